package org.gridloom.platform.security.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.security.internal.Accounts;

/** Enables an account. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "account", name = "enable", description = "启用账号 / Enables an account")
public class AccountEnableCommand extends GridloomCommand {

    @Reference
    private Accounts accounts;

    @Argument(index = 0, name = "account", required = true, description = "账号名 / Name of the account")
    @Completion(AccountCompleter.class)
    private String name;

    @Option(name = "--reason", description = "原因,记入审计 / Why, for the audit trail")
    private String reason;

    @Override
    protected void run() {
        accounts.enable(name, reason);
    }
}
