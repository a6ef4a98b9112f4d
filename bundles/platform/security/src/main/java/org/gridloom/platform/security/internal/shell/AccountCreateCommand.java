package org.gridloom.platform.security.internal.shell;

import java.io.IOException;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.security.internal.Accounts;
import org.gridloom.platform.security.internal.NewAccount;

/** Creates an account. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "account", name = "create", description = "新建账号 / Creates an account")
public class AccountCreateCommand extends GridloomCommand {

    @Reference
    private Accounts accounts;

    @Argument(index = 0, name = "account", required = true, description = "账号名 / Name of the account")
    private String name;

    @Argument(index = 1, name = "name", required = true, description = "持有人姓名 / The holder's name")
    private String displayName;

    @Option(name = "--unit", description = "单元代码;不写则为全区 / Code of the unit; the whole district if left out")
    private String unit;

    @Option(name = "--prompt", description = "输入密码而不自动生成 / Type the password instead of having one made")
    private boolean prompt;

    @Override
    protected void run() throws IOException {
        String password = passwords().initial(prompt);
        accounts.create(new NewAccount(name, displayName, unit, password));
        passwords().show(prompt, password);
    }

    private Passwords passwords() {
        return new Passwords(this::readSecret, this::say);
    }
}
