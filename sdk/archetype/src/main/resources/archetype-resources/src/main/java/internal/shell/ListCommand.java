package ${package}.internal.shell;

import ${package}.Entries;
import ${package}.Entry;
import ${package}.EntryFilter;
import java.util.Set;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.PagedCommand;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.text.Text;

/** Entries. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "${capability}", name = "list", description = "记录列表 / Entries")
public final class ListCommand extends PagedCommand {

    @Option(name = "--unit", description = "单元及其下 / In the unit and below")
    private String unit;

    @Option(name = "--text", description = "标题含有或编码开头 / Part of a title, or beginning of a code")
    private String text;

    @Reference
    private Entries entries;

    @Override
    protected void run() {
        Page<Entry> part =
                entries.list(new EntryFilter(unit, text, null, null), pageQuery(Set.copyOf(Entries.SORTABLE)));
        ShellTable table = table(
                Text.of("编码", "Code"), Text.of("标题", "Title"), Text.of("单元", "Unit"), Text.of("日期", "Day"));
        part.items().forEach(it -> table.row(it.code(), it.title(), it.unit(), it.day()));
        print(table, part);
    }
}
