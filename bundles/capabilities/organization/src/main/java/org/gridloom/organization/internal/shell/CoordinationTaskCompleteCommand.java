package org.gridloom.organization.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.BodyTask;
import org.gridloom.organization.BodyTaskCompletion;
import org.gridloom.organization.CoordinationBodies;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.text.Text;

/** A task is done. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "organization",
        name = "coordination-task-complete",
        description = "完成协调机制任务 / A task of a coordination body is done")
public final class CoordinationTaskCompleteCommand extends GridloomCommand {

    @Argument(index = 0, name = "id", description = "任务编号 / Id of the task", required = true)
    private long id;

    @Argument(index = 1, name = "evidence", description = "佐证 / What shows it", required = true)
    private String evidence;

    @Option(name = "--on", description = "完成日期,缺省为今天 / Day; today if absent")
    private String on;

    @Reference
    private CoordinationBodies bodies;

    @Override
    protected void run() {
        BodyTask done = bodies.complete(
                id,
                new BodyTaskCompletion(PartyOptions.date("--on", on), evidence),
                bodies.task(id).version());
        say(Text.of("任务 %d 于 %s 完成", "Task %d was done on %s", done.id(), done.doneOn()));
    }
}
