package ${package};

import java.util.List;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;

/**
 * Entries. Reading takes {@link EntryPermissions#READ}, changing {@link EntryPermissions#EDIT} in the entry's unit. Events:
 * {@code ${capability}.entry.registered}, {@code .changed}.
 */
public interface Entries {

    /** Fields that {@link #list} can be sorted by. */
    List<String> SORTABLE = List.of("code", "day");

    /** Those within the caller's scope, the latest first. */
    Page<Entry> list(EntryFilter filter, PageQuery page);

    Entry get(String code);

    /** @throws org.gridloom.platform.problem.Problem CONFLICT where the code is taken */
    Entry register(EntryDraft draft);

    /** @throws org.gridloom.platform.problem.Problem CHANGED where {@code expectedVersion} is not the current one */
    Entry change(String code, EntryDraft draft, long expectedVersion);
}
