package org.gridloom.organization.internal.shell;

import java.util.Locale;
import java.util.Set;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.BodyTask;
import org.gridloom.organization.CoordinationBodies;
import org.gridloom.platform.calendar.Lamp;
import org.gridloom.platform.console.Options;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.PagedCommand;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.text.Text;

/** One coordination body. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "organization",
        name = "coordination-show",
        description = "协调机制的成员、目标与任务 / Members, goals and tasks of a coordination body")
public final class CoordinationShowCommand extends PagedCommand {

    @Argument(index = 0, name = "code", description = "编码 / Code", required = true)
    @Completion(CoordinationCodeCompleter.class)
    private String code;

    @Option(name = "--as-of", description = "日期,缺省为今天 / Date; today if absent")
    private String asOf;

    @Reference
    private CoordinationBodies bodies;

    @Override
    protected void run() {
        ShellTable members =
                table(Text.of("编号", "Id"), Text.of("成员单位", "Member"), Text.of("名称", "Name"), Text.of("起始", "From"));
        bodies.members(code, Options.date("--as-of", asOf))
                .forEach(each -> members.row(each.id(), each.organization(), each.name(), each.validFrom()));
        members.print(out());
        ShellTable goals = table(Text.of("编号", "Id"), Text.of("年度", "Year"), Text.of("目标", "Goal"));
        bodies.goals(code, null).forEach(goal -> goals.row(goal.id(), goal.year(), goal.text()));
        goals.print(out());
        ShellTable tasks = table(
                Text.of("编号", "Id"),
                Text.of("任务", "Task"),
                Text.of("期限", "Due"),
                Text.of("责任单位", "Responsible"),
                Text.of("状态", "State"),
                Text.of("灯", "Lamp"),
                Text.of("佐证", "Evidence"));
        Page<BodyTask> part = bodies.tasks(code, null, pageQuery(Set.copyOf(CoordinationBodies.TASKS_SORTABLE)));
        part.items()
                .forEach(task -> tasks.row(
                        task.id(),
                        task.title(),
                        task.due(),
                        task.responsible(),
                        task.progress().stateName(),
                        lamp(task.lamp()),
                        task.evidence()));
        print(tasks, part);
    }

    private static Text lamp(String state) {
        return state == null
                ? null
                : Lamp.valueOf(state.toUpperCase(Locale.ROOT)).label();
    }
}
