package org.gridloom.platform.events.internal.shell;

import java.time.Clock;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.PagedCommand;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.events.internal.EventFilter;
import org.gridloom.platform.events.internal.EventLog;
import org.gridloom.platform.events.internal.EventRecord;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.text.Text;

/** Lists events. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "events", name = "list", description = "事件,最新的在前 / Lists events, newest first")
public class EventsListCommand extends PagedCommand {

    @Reference
    private EventLog log;

    @Reference
    private Clock clock;

    @Option(name = "--from", description = "起始日 / First day, as in 2026-01-31")
    private String from;

    @Option(name = "--to", description = "截止日 / Last day")
    private String to;

    @Option(name = "--name", description = "名称,以点结尾则按前缀 / Name; with a dot at its end all that begin so")
    private String name;

    @Option(name = "--aggregate", description = "聚合,如 unit/210102021 / Kind and id")
    private String aggregate;

    @Option(name = "--unit", description = "单位及其下级 / Unit and all below it")
    private String unit;

    @Override
    protected void run() {
        EventFilter filter = new EventFilter(Shown.day("--from", from), Shown.day("--to", to), name, aggregate, unit);
        Page<EventRecord> page = log.list(filter, pageQuery(EventLog.SORTABLE));
        ShellTable table = table(
                Text.of("序号", "Position"),
                Text.of("时间", "Time"),
                Text.of("名称", "Name"),
                Text.of("版本", "Version"),
                Text.of("聚合", "Aggregate"),
                Text.of("单位", "Unit"),
                Text.of("账号", "Account"));
        page.items()
                .forEach(event -> table.row(
                        event.position(),
                        Shown.time(event.at(), clock),
                        event.name(),
                        event.version(),
                        event.aggregate(),
                        event.unit(),
                        event.account()));
        print(table, page);
    }
}
