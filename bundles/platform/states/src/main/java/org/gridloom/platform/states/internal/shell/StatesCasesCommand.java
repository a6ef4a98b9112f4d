package org.gridloom.platform.states.internal.shell;

import java.util.Locale;
import java.util.Set;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.calendar.Lamp;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.PagedCommand;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.state.Case;
import org.gridloom.platform.state.CaseFilter;
import org.gridloom.platform.states.internal.Procedures;
import org.gridloom.platform.text.Text;

/** Lists where cases stand. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "states",
        name = "cases",
        description = "在办事项,时限近者在前 / Where cases of a state machine stand, what is due first first")
public final class StatesCasesCommand extends PagedCommand {

    @Reference
    private Procedures procedures;

    @Argument(index = 0, name = "machine", required = true, description = "流程代码 / Code of the state machine")
    @Completion(MachineCompleter.class)
    private String machine;

    @Option(name = "--state", description = "状态代码,缺省为在办 / Code of a state; all that are open if absent")
    private String state;

    @Option(name = "--unit", description = "单元编码,含下级 / Code of a unit, with all below it")
    private String unit;

    @Option(name = "--overdue", description = "只看逾期 / Only what is over its deadline")
    private boolean overdue;

    @Override
    protected void run() {
        ShellTable table = table(
                Text.of("编号", "Id"),
                Text.of("单元", "Unit"),
                Text.of("状态", "State"),
                Text.of("进入时间", "Since"),
                Text.of("时限", "Due"),
                Text.of("灯", "Lamp"));
        Page<Case> part = procedures.cases(new CaseFilter(machine, state, unit, overdue), pageQuery(Set.of()));
        part.items()
                .forEach(each -> table.row(
                        each.subject(),
                        each.unit(),
                        each.stateName(),
                        each.since(),
                        each.dueAt(),
                        each.lamp() == null
                                ? null
                                : Lamp.valueOf(each.lamp().toUpperCase(Locale.ROOT))
                                        .label()));
        print(table, part);
    }
}
