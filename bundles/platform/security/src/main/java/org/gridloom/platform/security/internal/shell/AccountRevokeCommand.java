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
import org.gridloom.platform.security.internal.Grants;

/** Revokes a grant. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "account", name = "revoke", description = "收回授权 / Revokes a grant")
public class AccountRevokeCommand extends GridloomCommand {

    @Reference
    private Grants grants;

    @Argument(index = 0, name = "account", required = true, description = "账号名 / Name of the account")
    @Completion(AccountCompleter.class)
    private String name;

    @Argument(
            index = 1,
            name = "grant",
            required = true,
            description = "授权编号,见 account:show / Number of the grant, see account:show")
    private long grant;

    @Option(name = "--reason", description = "原因,记入审计 / Why, for the audit trail")
    private String reason;

    @Override
    protected void run() {
        grants.revoke(name, grant, reason);
    }
}
