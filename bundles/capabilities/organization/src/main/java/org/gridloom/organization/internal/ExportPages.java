package org.gridloom.organization.internal;

import java.util.Collection;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.sheet.SheetQuery;

/** Goes through a list page by page. */
final class ExportPages {

    private ExportPages() {}

    static <T> void each(
            SheetQuery query, Collection<String> sortable, Function<PageQuery, Page<T>> list, Consumer<T> work) {
        int page = 0;
        Page<T> part;
        do {
            part = list.apply(PageQuery.of(page++, PageQuery.MAX_SIZE, query.sort(), Set.copyOf(sortable)));
            part.items().forEach(work);
        } while (part.items().size() == PageQuery.MAX_SIZE);
    }
}
