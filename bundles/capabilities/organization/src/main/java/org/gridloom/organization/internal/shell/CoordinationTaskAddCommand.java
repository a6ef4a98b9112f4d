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

/** Adds a task to a coordination body's list. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "organization",
        name = "coordination-task-add",
        description = "增加协调机制任务 / Add a task to a coordination body's list")
public final class CoordinationTaskAddCommand extends GridloomCommand {

    @Argument(index = 0, name = "code", description = "协调机制编码 / Code of the body", required = true)
    @Completion(CoordinationCodeCompleter.class)
    private String code;

    @Argument(index = 1, name = "title", description = "任务 / What is to be done", required = true)
    private String title;

    @Option(name = "--due", description = "期限 / By when")
    private String due;

    @Option(name = "--goal", description = "目标编号 / Id of the goal it serves")
    private Long goal;

    @Option(name = "--responsible", description = "责任单位编码 / Code of the member that does it")
    @Completion(OutsideCodeCompleter.class)
    private String responsible;

    @Reference
    private CoordinationBodies bodies;

    @Override
    protected void run() {
        BodyTask task = bodies.addTask(code, new BodyTaskDraft(goal, title, Options.date("--due", due), responsible));
        say(Text.of("已增加任务 %d", "Added task %d", task.id()));
    }
}
