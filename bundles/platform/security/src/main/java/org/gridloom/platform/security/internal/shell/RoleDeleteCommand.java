package org.gridloom.platform.security.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.security.internal.Roles;

/** Deletes a role that nobody holds. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "role", name = "delete", description = "删除无人持有的角色 / Deletes a role that nobody holds")
public class RoleDeleteCommand extends GridloomCommand {

    @Reference
    private Roles roles;

    @Argument(index = 0, name = "role", required = true, description = "角色代码 / Code of the role")
    @Completion(RoleCompleter.class)
    private String code;

    @Override
    protected void run() {
        roles.delete(code, roles.get(code).version());
    }
}
