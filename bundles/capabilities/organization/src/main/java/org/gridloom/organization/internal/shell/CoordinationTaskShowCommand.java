package org.gridloom.organization.internal.shell;

import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.BodyTask;
import org.gridloom.organization.CoordinationBodies;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.state.CaseAction;
import org.gridloom.platform.state.Evidence;
import org.gridloom.platform.text.Text;

/** Where a task stands, how it came there, and what may be done now. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "organization",
        name = "coordination-task-show",
        description = "协调机制任务的办理过程与可办动作 / How a task came to where it stands, and what may be done now")
public final class CoordinationTaskShowCommand extends GridloomCommand {

    @Argument(index = 0, name = "id", description = "任务编号 / Id of the task", required = true)
    private long id;

    @Reference
    private CoordinationBodies bodies;

    @Override
    protected void run() {
        BodyTask task = bodies.task(id);
        say(Text.of(
                "%1$s:%2$s",
                "%1$s: %3$s",
                task.title(),
                task.progress().stateName().zh(),
                task.progress().stateName().en()));
        ShellTable steps = table(
                Text.of("时间", "When"),
                Text.of("动作", "Action"),
                Text.of("状态", "State"),
                Text.of("经办", "Who"),
                Text.of("原因", "Why"),
                Text.of("材料", "Evidence"));
        bodies.taskTimeline(id)
                .forEach(move -> steps.row(
                        move.at(),
                        move.name(),
                        move.toName(),
                        move.account(),
                        move.reason(),
                        move.evidence().stream()
                                .map(shown -> shown.name() + "=" + shown.value())
                                .collect(Collectors.joining(" "))));
        steps.print(out());
        ShellTable actions = table(
                Text.of("动作", "Action"), Text.of("名称", "Name"), Text.of("材料", "Evidence"), Text.of("须先", "First"));
        task.progress()
                .actions()
                .forEach(action -> actions.row(action.action(), action.name(), asked(action), action.blocked()));
        actions.print(out());
    }

    private static String asked(CaseAction action) {
        String evidence = action.evidence().stream().map(Evidence::name).collect(Collectors.joining(" "));
        return action.reasoned() ? ("--reason " + evidence).strip() : evidence;
    }
}
