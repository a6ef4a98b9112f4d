package org.gridloom.platform.security.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.PagedCommand;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.security.internal.AccountView;
import org.gridloom.platform.security.internal.Accounts;
import org.gridloom.platform.text.Text;

/** Lists accounts. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "account", name = "list", description = "账号列表 / Lists accounts")
public class AccountListCommand extends PagedCommand {

    @Reference
    private Accounts accounts;

    @Argument(index = 0, name = "text", description = "账号名或姓名的一部分 / Part of the name")
    private String text;

    @Option(name = "--disabled", description = "只列停用的 / Only disabled ones")
    private boolean disabled;

    @Override
    protected void run() {
        Page<AccountView> page = accounts.list(text, disabled ? Boolean.FALSE : null, pageQuery(Accounts.SORTABLE));
        ShellTable table =
                table(Text.of("账号", "Account"), Text.of("姓名", "Name"), Text.of("单元", "Unit"), Text.of("状态", "State"));
        page.items()
                .forEach(account ->
                        table.row(account.name(), account.displayName(), account.unit(), Words.state(account)));
        print(table, page);
    }
}
