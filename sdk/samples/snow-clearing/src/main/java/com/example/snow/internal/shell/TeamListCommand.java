package com.example.snow.internal.shell;

import com.example.snow.Team;
import com.example.snow.Teams;
import java.util.Set;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.PagedCommand;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.text.Text;

/** Teams. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "snow", name = "team-list", description = "除雪队伍列表 / Teams")
public final class TeamListCommand extends PagedCommand {

    @Option(name = "--unit", description = "单元及其下 / In the unit and below")
    private String unit;

    @Option(name = "--text", description = "名称含有或编码开头 / Part of a name, or beginning of a code")
    private String text;

    @Reference
    private Teams teams;

    @Override
    protected void run() {
        Page<Team> part = teams.list(unit, text, pageQuery(Set.copyOf(Teams.SORTABLE)));
        ShellTable table = table(
                Text.of("编码", "Code"),
                Text.of("名称", "Name"),
                Text.of("单元", "Unit"),
                Text.of("人数", "People"),
                Text.of("机械", "Machines"));
        part.items().forEach(it -> table.row(it.code(), it.name(), it.unit(), it.people(), it.machines()));
        print(table, part);
    }
}
