package org.gridloom.platform.security.internal.shell;

import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.security.internal.RoleDraft;
import org.gridloom.platform.security.internal.Roles;

/** Creates a role. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "role", name = "create", description = "新建角色 / Creates a role")
public class RoleCreateCommand extends GridloomCommand {

    @Reference
    private Roles roles;

    @Argument(index = 0, name = "role", required = true, description = "角色代码 / Code of the role")
    private String code;

    @Argument(index = 1, name = "name-zh", required = true, description = "中文名称 / Name in Chinese")
    private String nameZh;

    @Argument(index = 2, name = "name-en", required = true, description = "英文名称 / Name in English")
    private String nameEn;

    @Argument(
            index = 3,
            name = "permissions",
            required = true,
            multiValued = true,
            description = "权限代码 / Codes of permissions")
    @Completion(PermissionCompleter.class)
    private List<String> permissions;

    @Override
    protected void run() {
        roles.create(new RoleDraft(code, nameZh, nameEn, Set.copyOf(permissions)));
    }
}
