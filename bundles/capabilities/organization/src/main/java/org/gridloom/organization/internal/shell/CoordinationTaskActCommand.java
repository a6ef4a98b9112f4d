package org.gridloom.organization.internal.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.BodyTask;
import org.gridloom.organization.CoordinationBodies;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.state.MoveDraft;
import org.gridloom.platform.text.Text;

/** Takes a step of a task. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "organization",
        name = "coordination-task-act",
        description = "办理协调机制任务 / Take a step of a coordination body's task; which, coordination-task-show tells")
public final class CoordinationTaskActCommand extends GridloomCommand {

    @Argument(index = 0, name = "id", description = "任务编号 / Id of the task", required = true)
    private long id;

    @Argument(index = 1, name = "action", description = "动作代码 / Code of the action", required = true)
    private String action;

    @Option(name = "--reason", description = "原因 / Why")
    private String reason;

    @Option(
            name = "--evidence",
            multiValued = true,
            description = "材料,名称=值,可多次 / Evidence, name=value; may be repeated")
    private List<String> evidence;

    @Reference
    private CoordinationBodies bodies;

    @Override
    protected void run() {
        long version = bodies.task(id).progress().version();
        BodyTask moved = bodies.moveTask(id, action, new MoveDraft(reason, given()), version);
        say(Text.of(
                "任务 %1$d:%2$s",
                "Task %1$d: %3$s",
                moved.id(),
                moved.progress().stateName().zh(),
                moved.progress().stateName().en()));
    }

    private Map<String, String> given() {
        Map<String, String> values = new LinkedHashMap<>();
        for (String each : evidence == null ? List.<String>of() : evidence) {
            int sign = each.indexOf('=');
            if (sign < 1) {
                throw Problem.invalid("--evidence", Text.of("应写作 名称=值", "Must be name=value"));
            }
            values.put(each.substring(0, sign), each.substring(sign + 1));
        }
        return values;
    }
}
