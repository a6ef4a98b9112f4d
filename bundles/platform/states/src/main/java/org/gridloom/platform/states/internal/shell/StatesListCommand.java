package org.gridloom.platform.states.internal.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.states.internal.Procedures;
import org.gridloom.platform.text.Text;

/** Lists state machines. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "states", name = "list", description = "办理流程 / Lists the state machines of the modules")
public final class StatesListCommand extends GridloomCommand {

    @Reference
    private Procedures procedures;

    @Override
    protected void run() {
        ShellTable table = table(
                Text.of("代码", "Code"),
                Text.of("名称", "Name"),
                Text.of("状态数", "States"),
                Text.of("动作数", "Actions"),
                Text.of("规则", "Rules"));
        procedures
                .all()
                .forEach(machine -> table.row(
                        machine.code(),
                        machine.name(),
                        machine.states().size(),
                        machine.transitions().size(),
                        machine.ruleSet()));
        table.print(out());
    }
}
