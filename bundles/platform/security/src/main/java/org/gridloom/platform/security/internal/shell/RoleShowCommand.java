package org.gridloom.platform.security.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.security.internal.PermissionCatalogue;
import org.gridloom.platform.security.internal.RoleView;
import org.gridloom.platform.security.internal.Roles;
import org.gridloom.platform.text.Text;

/** Shows what a role may do. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "role", name = "show", description = "角色的权限 / Shows what a role may do")
public class RoleShowCommand extends GridloomCommand {

    @Reference
    private Roles roles;

    @Reference
    private PermissionCatalogue catalogue;

    @Argument(index = 0, name = "role", required = true, description = "角色代码 / Code of the role")
    @Completion(RoleCompleter.class)
    private String code;

    @Override
    protected void run() {
        RoleView role = roles.get(code);
        say(Text.of("%1$s %2$s", "%1$s %3$s", role.code(), role.nameZh(), role.nameEn()));
        ShellTable table = table(Text.of("权限", "Permission"), Text.of("名称", "Name"));
        if (role.allPermissions()) {
            table.row("*", Words.ALL);
        }
        role.permissions().forEach(permission -> table.row(permission, catalogue.name(permission)));
        table.print(out());
    }
}
