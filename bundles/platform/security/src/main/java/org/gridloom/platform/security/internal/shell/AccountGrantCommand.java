package org.gridloom.platform.security.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.security.internal.GrantView;
import org.gridloom.platform.security.internal.Grants;
import org.gridloom.platform.security.internal.NewGrant;

/** Grants a role. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "account", name = "grant", description = "授予角色 / Grants a role")
public class AccountGrantCommand extends GridloomCommand {

    @Reference
    private Grants grants;

    @Argument(index = 0, name = "account", required = true, description = "账号名 / Name of the account")
    @Completion(AccountCompleter.class)
    private String name;

    @Argument(index = 1, name = "role", required = true, description = "角色代码 / Code of the role")
    @Completion(RoleCompleter.class)
    private String role;

    @Option(name = "--unit", description = "单元代码;不写则为全区 / Code of the unit; the whole district if left out")
    private String unit;

    @Option(name = "--from", description = "首日,默认今天 / First day, today if left out")
    private String from;

    @Option(name = "--to", description = "末日 / Last day")
    private String to;

    @Override
    protected void run() {
        GrantView grant =
                grants.add(name, new NewGrant(role, unit, Words.date("--from", from), Words.date("--to", to)));
        Words.fill(Words.grantTable(this::table), List.of(grant)).print(out());
    }
}
