package org.gridloom.platform.security.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.security.internal.Accounts;

/** Ends a lock after failed sign-ins. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "account", name = "unlock", description = "解除账号锁定 / Ends a lock after failed sign-ins")
public class AccountUnlockCommand extends GridloomCommand {

    @Reference
    private Accounts accounts;

    @Argument(index = 0, name = "account", required = true, description = "账号名 / Name of the account")
    @Completion(AccountCompleter.class)
    private String name;

    @Override
    protected void run() {
        accounts.unlock(name);
    }
}
