package org.gridloom.organization.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.text.Text;

/** Shows a unit's codes and names through time, and its succession. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "organization",
        name = "history",
        description = "单元历次编码、名称与沿革 / Shows a unit's codes and names through time, and its succession")
public class HistoryCommand extends UnitCommand {

    private static final Text BASIS = Text.of("依据", "Basis");

    @Argument(index = 0, name = "code", required = true, description = "单元编码 / Code of the unit")
    @Completion(UnitCompleter.class)
    private String code;

    @Override
    protected void run() {
        ShellTable periods =
                table(Text.of("自", "From"), Text.of("至", "To"), Text.of("编码", "Code"), Text.of("名称", "Name"), BASIS);
        units().history(code)
                .forEach(period ->
                        periods.row(period.from(), period.to(), period.code(), period.name(), period.document()));
        periods.print(out());
        ShellTable changes = table(
                Text.of("日期", "Date"), Text.of("变更", "Change"), Text.of("原编码", "From"), Text.of("新编码", "To"), BASIS);
        units().succession(code)
                .forEach(change -> changes.row(
                        change.date(),
                        RestructuringCommand.name(change.kind()),
                        change.from(),
                        change.to(),
                        change.document()));
        changes.print(out());
    }
}
