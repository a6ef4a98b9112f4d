package org.gridloom.platform.states.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.state.StateMachine;
import org.gridloom.platform.state.Transition;
import org.gridloom.platform.states.internal.Procedures;
import org.gridloom.platform.text.Text;

/** Shows the steps of a state machine. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "states", name = "show", description = "某一办理流程的动作 / Shows the steps of a state machine")
public final class StatesShowCommand extends GridloomCommand {

    @Reference
    private Procedures procedures;

    @Argument(index = 0, name = "machine", required = true, description = "流程代码 / Code of the state machine")
    @Completion(MachineCompleter.class)
    private String machine;

    @Option(name = "--markdown", description = "输出为文档页(Markdown,含流程图)/ As a page of Markdown with a drawing")
    private boolean markdown;

    @Override
    protected void run() {
        StateMachine shown = procedures.get(machine);
        if (markdown) {
            out().print(shown.markdown());
            return;
        }
        ShellTable table = table(
                Text.of("动作", "Action"),
                Text.of("名称", "Name"),
                Text.of("类别", "Kind"),
                Text.of("从", "From"),
                Text.of("到", "To"),
                Text.of("权限", "Permission"));
        for (Transition step : shown.transitions()) {
            table.row(
                    step.action(),
                    step.name(),
                    step.kind().label(),
                    names(shown, step.from()),
                    step.to() == null ? null : name(shown, step.to()),
                    step.permission());
        }
        table.print(out());
    }

    private String names(StateMachine shown, List<String> states) {
        return String.join(
                ", ",
                states.stream().map(state -> name(shown, state).in(locale())).toList());
    }

    private static Text name(StateMachine shown, String state) {
        return shown.state(state).orElseThrow().name();
    }
}
