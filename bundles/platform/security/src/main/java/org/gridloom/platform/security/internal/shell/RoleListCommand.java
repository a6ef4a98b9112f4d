package org.gridloom.platform.security.internal.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.security.internal.RoleView;
import org.gridloom.platform.security.internal.Roles;
import org.gridloom.platform.text.Text;

/** Lists roles. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "role", name = "list", description = "角色列表 / Lists roles")
public class RoleListCommand extends GridloomCommand {

    @Reference
    private Roles roles;

    @Override
    protected void run() {
        ShellTable table = table(Text.of("代码", "Code"), Text.of("名称", "Name"), Text.of("权限数", "Permissions"));
        for (RoleView role : roles.list()) {
            table.row(
                    role.code(),
                    Text.of(role.nameZh(), role.nameEn()),
                    role.allPermissions() ? Words.ALL : role.permissions().size());
        }
        table.print(out());
    }
}
