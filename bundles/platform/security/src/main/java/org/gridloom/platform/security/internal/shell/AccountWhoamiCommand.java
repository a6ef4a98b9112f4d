package org.gridloom.platform.security.internal.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.security.internal.OwnAccount;
import org.gridloom.platform.security.internal.OwnAccount.Self;

/** Shows who is signed in here. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "account", name = "whoami", description = "当前登录的账号 / Shows who is signed in here")
public class AccountWhoamiCommand extends GridloomCommand {

    @Reference
    private OwnAccount own;

    @Override
    protected void run() {
        Self self = own.self();
        out().println(self.account() + " (" + self.displayName() + ")");
        Words.fill(Words.grantTable(this::table), self.grants()).print(out());
    }
}
