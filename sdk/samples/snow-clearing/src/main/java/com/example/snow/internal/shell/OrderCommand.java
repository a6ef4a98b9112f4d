package com.example.snow.internal.shell;

import com.example.snow.CallOut;
import com.example.snow.CallOutDraft;
import com.example.snow.CallOuts;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.Options;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.text.Text;

/** Orders a call-out. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "snow", name = "order", description = "下达除雪出动 / Order a call-out")
public final class OrderCommand extends GridloomCommand {

    @Argument(index = 0, name = "number", description = "单号 / Number", required = true)
    private String number;

    @Argument(index = 1, name = "unit", description = "网格编码 / Unit", required = true)
    private String unit;

    @Argument(index = 2, name = "team", description = "队伍编码 / Team", required = true)
    @Completion(TeamCompleter.class)
    private String team;

    @Argument(index = 3, name = "day", description = "日期 / Day", required = true)
    private String day;

    @Option(name = "--machines", description = "机械数 / Machines")
    private int machines;

    @Option(name = "--note", description = "备注 / Remark")
    private String note;

    @Reference
    private CallOuts callOuts;

    @Override
    protected void run() {
        CallOut made = callOuts.order(new CallOutDraft(number, unit, team, Options.date("day", day), machines, note));
        say(Text.of("已下达 %s", "Ordered %s", made.number()));
    }
}
