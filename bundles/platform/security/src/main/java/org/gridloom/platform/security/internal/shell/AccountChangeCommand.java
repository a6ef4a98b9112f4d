package org.gridloom.platform.security.internal.shell;

import java.util.Objects;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.security.internal.AccountDetails;
import org.gridloom.platform.security.internal.AccountView;
import org.gridloom.platform.security.internal.Accounts;

/** Changes an account's display name or unit. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "account", name = "change", description = "修改账号的姓名或单元 / Changes an account's display name or unit")
public class AccountChangeCommand extends GridloomCommand {

    @Reference
    private Accounts accounts;

    @Argument(index = 0, name = "account", required = true, description = "账号名 / Name of the account")
    @Completion(AccountCompleter.class)
    private String name;

    @Option(name = "--name", description = "持有人姓名 / The holder's name")
    private String displayName;

    @Option(name = "--unit", description = "所属单元代码 / Code of the home unit")
    private String unit;

    @Option(name = "--district", description = "改为属于全区 / Belongs to the whole district from now on")
    private boolean district;

    @Override
    protected void run() {
        AccountView account = accounts.get(name);
        String newUnit = district ? null : Objects.requireNonNullElse(unit, Objects.toString(account.unit(), ""));
        accounts.describe(
                name,
                new AccountDetails(
                        Objects.requireNonNullElse(displayName, account.displayName()),
                        newUnit == null || newUnit.isEmpty() ? null : newUnit),
                account.version());
    }
}
