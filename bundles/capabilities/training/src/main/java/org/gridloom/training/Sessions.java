package org.gridloom.training;

import java.util.List;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.state.CaseMove;
import org.gridloom.platform.state.MoveDraft;

/**
 * Sessions. Reading takes {@link TrainingPermissions#READ}, planning, changing and moving them on
 * {@link TrainingPermissions#EDIT} in the unit that holds them.
 *
 * <p>Events: {@code training.session.planned}, {@code .changed}, and {@code training.session.moved} as of any case.
 */
public interface Sessions {

    /** Fields that {@link #list} can be sorted by. */
    List<String> SORTABLE = List.of("number", "heldOn", "title");

    /** Those within the caller's scope, the latest first. */
    Page<Session> list(SessionFilter filter, PageQuery page);

    Session get(long id);

    Session create(SessionDraft draft);

    /**
     * What took place or was cancelled must be reopened first.
     *
     * @throws org.gridloom.platform.problem.Problem CHANGED where {@code expectedVersion} is not the current one
     */
    Session change(long id, SessionDraft draft, long expectedVersion);

    /** @param expectedVersion of the case, see {@link Session#progress} */
    Session move(long id, String action, MoveDraft draft, long expectedVersion);

    List<CaseMove> timeline(long id);
}
