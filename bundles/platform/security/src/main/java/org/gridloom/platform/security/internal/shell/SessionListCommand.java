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
import org.gridloom.platform.security.internal.Accounts;
import org.gridloom.platform.security.internal.SessionInfo;
import org.gridloom.platform.text.Text;

/** Lists an account's sessions in browsers and tools. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "session",
        name = "list",
        description = "账号的网页与工具会话 / Lists an account's sessions in browsers and tools")
public class SessionListCommand extends GridloomCommand {

    @Reference
    private Accounts accounts;

    @Argument(index = 0, name = "account", required = true, description = "账号名 / Name of the account")
    @Completion(AccountCompleter.class)
    private String name;

    @Override
    protected void run() {
        ShellTable table = table(
                Text.of("编号", "Number"),
                Text.of("登录于", "Signed in"),
                Text.of("最近使用", "Last used"),
                Text.of("来源", "From"),
                Text.of("程序", "Program"));
        for (SessionInfo session : accounts.sessions(name)) {
            table.row(session.id(), session.createdAt(), session.lastUsedAt(), session.source(), session.agent());
        }
        table.print(out());
    }
}
