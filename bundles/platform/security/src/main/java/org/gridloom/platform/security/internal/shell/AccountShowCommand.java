package org.gridloom.platform.security.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.security.internal.AccountView;
import org.gridloom.platform.security.internal.Accounts;
import org.gridloom.platform.security.internal.Grants;
import org.gridloom.platform.text.Text;

/** Shows an account and its grants. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "account", name = "show", description = "账号及其授权 / Shows an account and its grants")
public class AccountShowCommand extends GridloomCommand {

    @Reference
    private Accounts accounts;

    @Reference
    private Grants grants;

    @Argument(index = 0, name = "account", required = true, description = "账号名 / Name of the account")
    @Completion(AccountCompleter.class)
    private String name;

    @Override
    protected void run() {
        AccountView account = accounts.get(name);
        ShellTable table = table(Text.of("项目", "Item"), Text.of("值", "Value"));
        table.row(Text.of("账号", "Account"), account.name());
        table.row(Text.of("姓名", "Name"), account.displayName());
        table.row(Text.of("单元", "Unit"), account.unit() == null ? Words.DISTRICT : account.unit());
        table.row(Text.of("状态", "State"), Words.state(account));
        table.row(Text.of("须改密码", "Must change password"), Words.yesNo(account.mustChangePassword()));
        table.row(Text.of("创建于", "Created"), account.createdAt());
        table.print(out());
        out().println();
        Words.fill(Words.grantTable(this::table), grants.of(name)).print(out());
    }
}
