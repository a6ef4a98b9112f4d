package org.gridloom.organization.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.BodyGoal;
import org.gridloom.organization.BodyGoalDraft;
import org.gridloom.organization.CoordinationBodies;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.text.Text;

/** Sets a coordination body a goal for a year. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "organization",
        name = "coordination-goal-add",
        description = "增设协调机制年度目标 / Set a coordination body a goal for a year")
public final class CoordinationGoalAddCommand extends GridloomCommand {

    @Argument(index = 0, name = "code", description = "协调机制编码 / Code of the body", required = true)
    @Completion(CoordinationCodeCompleter.class)
    private String code;

    @Argument(index = 1, name = "year", description = "年度 / Year", required = true)
    private int year;

    @Argument(index = 2, name = "text", description = "目标 / Goal", required = true)
    private String text;

    @Reference
    private CoordinationBodies bodies;

    @Override
    protected void run() {
        BodyGoal goal = bodies.addGoal(code, new BodyGoalDraft(year, text));
        say(Text.of("已增设目标 %d", "Set goal %d", goal.id()));
    }
}
