package org.gridloom.platform.security.internal.shell;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.security.internal.RoleDraft;
import org.gridloom.platform.security.internal.RoleView;
import org.gridloom.platform.security.internal.Roles;

/** Adds permissions to a role. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "role", name = "permit", description = "为角色增加权限 / Adds permissions to a role")
public class RolePermitCommand extends GridloomCommand {

    @Reference
    private Roles roles;

    @Argument(index = 0, name = "role", required = true, description = "角色代码 / Code of the role")
    @Completion(RoleCompleter.class)
    private String code;

    @Argument(
            index = 1,
            name = "permissions",
            required = true,
            multiValued = true,
            description = "权限代码 / Codes of permissions")
    @Completion(PermissionCompleter.class)
    private List<String> permissions;

    @Override
    protected void run() {
        RoleView role = roles.get(code);
        Set<String> changed = new TreeSet<>(role.permissions());
        changed.addAll(permissions);
        roles.change(new RoleDraft(code, role.nameZh(), role.nameEn(), changed), role.version());
    }
}
