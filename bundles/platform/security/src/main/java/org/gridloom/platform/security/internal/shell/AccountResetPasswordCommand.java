package org.gridloom.platform.security.internal.shell;

import java.io.IOException;
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

/** Sets a password that the holder must change. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "account",
        name = "reset-password",
        description = "重置密码,持有人登录后须修改 / Sets a password that the holder must change")
public class AccountResetPasswordCommand extends GridloomCommand {

    @Reference
    private Accounts accounts;

    @Argument(index = 0, name = "account", required = true, description = "账号名 / Name of the account")
    @Completion(AccountCompleter.class)
    private String name;

    @Option(name = "--prompt", description = "输入密码而不自动生成 / Type the password instead of having one made")
    private boolean prompt;

    @Override
    protected void run() throws IOException {
        Passwords passwords = new Passwords(this::readSecret, this::say);
        String password = passwords.initial(prompt);
        accounts.resetPassword(name, password);
        passwords.show(prompt, password);
    }
}
