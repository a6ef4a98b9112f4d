package org.gridloom.platform.security.internal.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.security.internal.PermissionView;
import org.gridloom.platform.security.internal.Roles;
import org.gridloom.platform.text.Text;

/** Lists permissions. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "permission", name = "list", description = "全部权限 / Lists permissions")
public class PermissionListCommand extends GridloomCommand {

    @Reference
    private Roles roles;

    @Override
    protected void run() {
        ShellTable table = table(Text.of("权限", "Permission"), Text.of("名称", "Name"), Text.of("模块", "Module"));
        for (PermissionView permission : roles.permissions()) {
            table.row(permission.code(), permission.name(), permission.module());
        }
        table.print(out());
    }
}
