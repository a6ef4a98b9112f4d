package org.gridloom.platform.security.internal.shell;

import java.util.Set;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.security.Duty;
import org.gridloom.platform.security.internal.Separation;
import org.gridloom.platform.text.Text;

/** Who has which of the three administrators' duties, and whether they are kept apart. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "account",
        name = "duties",
        description =
                "三员(系统、安全、审计)由谁担任,是否分立 / Who has the three administrators' duties, and whether they are kept apart")
public class AccountDutiesCommand extends GridloomCommand {

    @Reference
    private Separation separation;

    @Override
    protected void run() {
        Separation.Standing standing = separation.standing();
        ShellTable table = table(Text.of("职责", "Duty"), Text.of("账号", "Accounts"), Text.of("分立", "Kept apart"));
        for (Duty duty : Duty.values()) {
            table.row(
                    duty.title(),
                    String.join(" ", standing.holders().getOrDefault(duty, Set.of())),
                    standing.separated());
        }
        table.print(out());
    }
}
