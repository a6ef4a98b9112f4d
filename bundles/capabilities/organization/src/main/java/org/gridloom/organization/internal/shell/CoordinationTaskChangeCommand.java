package org.gridloom.organization.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.BodyTask;
import org.gridloom.organization.BodyTaskDraft;
import org.gridloom.organization.CoordinationBodies;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.Options;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.text.Text;

/** Changes an open task; what no option names stays. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "organization",
        name = "coordination-task-change",
        description = "修改协调机制任务 / Change a task of a coordination body")
public final class CoordinationTaskChangeCommand extends GridloomCommand {

    @Argument(index = 0, name = "id", description = "任务编号 / Id of the task", required = true)
    private long id;

    @Option(name = "--title", description = "任务 / What is to be done")
    private String title;

    @Option(name = "--due", description = "期限 / By when")
    private String due;

    @Option(name = "--goal", description = "目标编号 / Id of the goal it serves")
    private Long goal;

    @Option(
            name = "--responsible",
            description = "责任单位编码,\"\" 为机制自身 / Code of the member that does it; \"\" for the body itself")
    @Completion(OutsideCodeCompleter.class)
    private String responsible;

    @Reference
    private CoordinationBodies bodies;

    @Override
    protected void run() {
        BodyTask before = bodies.task(id);
        BodyTaskDraft draft = new BodyTaskDraft(
                goal == null ? before.goal() : goal,
                Options.or(title, before.title()),
                due == null ? before.due() : Options.date("--due", due),
                Options.or(responsible, before.responsible()));
        BodyTask changed = bodies.changeTask(id, draft, before.version());
        say(Text.of("已变更任务 %d", "Changed task %d", changed.id()));
    }
}
