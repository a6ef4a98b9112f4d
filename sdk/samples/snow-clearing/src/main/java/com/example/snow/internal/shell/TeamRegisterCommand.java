package com.example.snow.internal.shell;

import com.example.snow.Team;
import com.example.snow.TeamDraft;
import com.example.snow.Teams;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.text.Text;

/** Registers a team. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "snow", name = "team-register", description = "登记除雪队伍 / Register a team")
public final class TeamRegisterCommand extends GridloomCommand {

    @Argument(index = 0, name = "code", description = "编码 / Code", required = true)
    private String code;

    @Argument(index = 1, name = "name", description = "名称 / Name", required = true)
    private String name;

    @Argument(index = 2, name = "unit", description = "单元 / Unit", required = true)
    private String unit;

    @Argument(index = 3, name = "people", description = "人数 / People", required = true)
    private int people;

    @Option(name = "--machines", description = "机械数 / Machines")
    private int machines;

    @Option(name = "--equipment", description = "装备 / Equipment")
    private String equipment;

    @Reference
    private Teams teams;

    @Override
    protected void run() {
        Team made = teams.register(new TeamDraft(code, name, unit, people, machines, equipment));
        say(Text.of("已登记 %s", "Registered %s", made.code()));
    }
}
