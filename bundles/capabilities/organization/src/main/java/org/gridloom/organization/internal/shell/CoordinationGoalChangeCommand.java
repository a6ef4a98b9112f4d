package org.gridloom.organization.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.BodyGoal;
import org.gridloom.organization.BodyGoalDraft;
import org.gridloom.organization.CoordinationBodies;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.Options;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.text.Text;

/** Changes a goal; what no option names stays. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "organization",
        name = "coordination-goal-change",
        description = "修改协调机制年度目标 / Change a goal of a coordination body")
public final class CoordinationGoalChangeCommand extends GridloomCommand {

    @Argument(index = 0, name = "id", description = "目标编号 / Id of the goal", required = true)
    private long id;

    @Option(name = "--year", description = "年度 / Year")
    private Integer year;

    @Option(name = "--text", description = "目标 / Goal")
    private String text;

    @Reference
    private CoordinationBodies bodies;

    @Override
    protected void run() {
        BodyGoal before = bodies.goal(id);
        BodyGoalDraft draft = new BodyGoalDraft(year == null ? before.year() : year, Options.or(text, before.text()));
        BodyGoal changed = bodies.changeGoal(id, draft, before.version());
        say(Text.of("已变更目标 %d", "Changed goal %d", changed.id()));
    }
}
