package org.gridloom.platform.security.internal.shell;

import java.io.IOException;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.security.internal.OwnAccount;
import org.gridloom.platform.text.Text;

/** Changes one's own password. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "account", name = "password", description = "修改本人密码 / Changes one's own password")
public class AccountPasswordCommand extends GridloomCommand {

    @Reference
    private OwnAccount own;

    @Override
    protected void run() throws IOException {
        String current = readSecret(Text.of("当前密码", "Current password"));
        String wanted = new Passwords(this::readSecret, this::say).typed();
        own.changePassword(current, wanted, Words.CONSOLE, null);
        say(Text.of("密码已修改", "The password was changed"));
    }
}
