package org.gridloom.training.internal.shell;

import java.util.Set;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.Options;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.PagedCommand;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.text.Text;
import org.gridloom.training.Session;
import org.gridloom.training.SessionFilter;
import org.gridloom.training.Sessions;

/** Sessions. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "training", name = "session-list", description = "培训期次列表 / Sessions")
public final class SessionListCommand extends PagedCommand {

    @Option(name = "--unit", description = "单元及其下 / In the unit and below")
    private String unit;

    @Option(name = "--state", description = "状态 / State")
    private String state;

    @Option(name = "--topic", description = "内容 / Topic")
    private String topic;

    @Option(name = "--format", description = "形式 / Format")
    private String format;

    @Option(name = "--programme", description = "培训项目 / Programme")
    private String programme;

    @Option(name = "--from", description = "起始日期 / First day")
    private String from;

    @Option(name = "--to", description = "截止日期 / Last day")
    private String to;

    @Option(name = "--text", description = "主题含有或期次开头 / Part of a title, or beginning of a number")
    private String text;

    @Reference
    private Sessions sessions;

    @Override
    protected void run() {
        Page<Session> part = sessions.list(
                new SessionFilter(
                        unit,
                        topic,
                        format,
                        state,
                        programme,
                        null,
                        text,
                        Options.date("--from", from),
                        Options.date("--to", to)),
                pageQuery(Set.copyOf(Sessions.SORTABLE)));
        ShellTable table = table(
                Text.of("编号", "Id"),
                Text.of("期次", "Number"),
                Text.of("主题", "Title"),
                Text.of("内容", "Topic"),
                Text.of("形式", "Format"),
                Text.of("日期", "Day"),
                Text.of("单元", "Unit"),
                Text.of("状态", "State"),
                Text.of("参训", "Attended"));
        for (Session each : part.items()) {
            table.row(
                    each.id(),
                    each.number(),
                    each.title(),
                    each.topic(),
                    each.format(),
                    each.heldOn(),
                    each.unit(),
                    each.state(),
                    each.attended());
        }
        print(table, part);
    }
}
