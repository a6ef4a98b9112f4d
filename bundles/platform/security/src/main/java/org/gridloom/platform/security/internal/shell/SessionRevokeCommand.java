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

/** Ends one or all of an account's sessions. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "session", name = "revoke", description = "结束账号的一个或全部会话 / Ends one or all of an account's sessions")
public class SessionRevokeCommand extends GridloomCommand {

    @Reference
    private Accounts accounts;

    @Argument(index = 0, name = "account", required = true, description = "账号名 / Name of the account")
    @Completion(AccountCompleter.class)
    private String name;

    @Argument(index = 1, name = "session", description = "会话编号;不写则为全部 / Number of the session; all if left out")
    private Long session;

    @Override
    protected void run() {
        if (session == null) {
            accounts.endSessions(name);
        } else {
            accounts.endSession(name, session);
        }
    }
}
