package org.gridloom.platform.sheet;

import java.util.Collection;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;

/** Goes through a list page by page, for an export. As that reads of one moment, no record is met twice or missed. */
public final class SheetPages {

    private SheetPages() {}

    /**
     * Gives each record that a list has to the work.
     *
     * @param sortable what the list can be sorted by
     * @param list reads a part of it
     */
    public static <T> void each(
            SheetQuery query, Collection<String> sortable, Function<PageQuery, Page<T>> list, Consumer<T> work) {
        int page = 0;
        Page<T> part;
        do {
            part = list.apply(PageQuery.of(page++, PageQuery.MAX_SIZE, query.sort(), Set.copyOf(sortable)));
            part.items().forEach(work);
        } while (part.items().size() == PageQuery.MAX_SIZE);
    }
}
