package com.example.snow.internal.shell;

import com.example.snow.CallOut;
import com.example.snow.CallOutFilter;
import com.example.snow.CallOuts;
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

/** Call-outs. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "snow", name = "call-out-list", description = "除雪出动列表 / Call-outs")
public final class CallOutListCommand extends PagedCommand {

    @Option(name = "--unit", description = "单元及其下 / In the unit and below")
    private String unit;

    @Option(name = "--team", description = "队伍 / Team")
    private String team;

    @Option(name = "--state", description = "状态：ordered, done, cancelled / State")
    private String state;

    @Option(name = "--from", description = "起始日期 / First day")
    private String from;

    @Option(name = "--to", description = "截止日期 / Last day")
    private String to;

    @Reference
    private CallOuts callOuts;

    @Override
    protected void run() {
        CallOutFilter filter =
                new CallOutFilter(unit, team, state, Options.date("--from", from), Options.date("--to", to));
        Page<CallOut> part = callOuts.list(filter, pageQuery(Set.copyOf(CallOuts.SORTABLE)));
        ShellTable table = table(
                Text.of("单号", "Number"),
                Text.of("日期", "Day"),
                Text.of("单元", "Unit"),
                Text.of("队伍", "Team"),
                Text.of("状态", "State"),
                Text.of("机械", "Machines"),
                Text.of("工时", "Hours"));
        part.items()
                .forEach(it ->
                        table.row(it.number(), it.day(), it.unit(), it.team(), it.state(), it.machines(), it.hours()));
        print(table, part);
    }
}
