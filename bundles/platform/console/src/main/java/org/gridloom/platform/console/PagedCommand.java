package org.gridloom.platform.console;

import java.util.Set;
import org.apache.karaf.shell.api.action.Option;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.text.Text;

/** Base of commands that show a part of a long list, and say how to see the next. */
public abstract class PagedCommand extends GridloomCommand {

    @Option(name = "--page", description = "第几页,从 1 开始 / Which page, from 1")
    private int page = 1;

    @Option(name = "--size", description = "每页条数 / Records a page")
    private int size = PageQuery.DEFAULT_SIZE;

    @Option(name = "--sort", description = "排序字段,降序加 -,逗号分隔 / Fields to sort by, - for descending, comma-separated")
    private String sort;

    /** The part asked for; the console counts pages from 1, {@link PageQuery} from 0. */
    protected final PageQuery pageQuery(Set<String> sortable) {
        return PageQuery.of(page - 1, size, sort, sortable);
    }

    /** Prints the table and, below it, how much there is and how to go on; for scripts only the table. */
    protected final void print(ShellTable table, Page<?> part) {
        table.print(out());
        if (isPlain() || part.total() <= part.items().size()) {
            return;
        }
        long pages = (part.total() + part.size() - 1) / part.size();
        say(Text.of("第 %d 页,共 %d 页 %d 条", "Page %d of %d, %d records", part.page() + 1L, pages, part.total()));
        if (part.page() + 1 < pages) {
            say(Text.of("下一页:--page %d", "Next: --page %d", part.page() + 2));
        }
    }
}
