package org.gridloom.training.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.text.Text;
import org.gridloom.training.Attendances;

/** Takes an enrolment back. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "training", name = "withdraw", description = "撤销报名 / Take an enrolment back")
public final class WithdrawCommand extends GridloomCommand {

    @Argument(index = 0, name = "id", description = "参训编号 / Id of the place", required = true)
    private long id;

    @Option(name = "--reason", description = "理由 / Reason")
    private String reason;

    @Reference
    private Attendances attendances;

    @Override
    protected void run() {
        attendances.withdraw(id, reason, attendances.get(id).version());
        say(Text.of("已撤销报名", "Taken back"));
    }
}
