package org.gridloom.platform.operations.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.operations.internal.modes.ReadOnlyReason;
import org.gridloom.platform.operations.internal.modes.ReadOnlySwitch;
import org.gridloom.platform.operations.internal.modes.ReadOnlyView;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;

/** Makes the district read-only, and writable again. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "gridloom",
        name = "read-only",
        description = "设为只读或解除只读 / Makes the district read-only, or writable again")
public class ReadOnlyCommand extends GridloomCommand {

    @Reference
    private ReadOnlySwitch readOnly;

    @Argument(index = 0, name = "on|off|status", description = "默认 status / status by default")
    @Completion(
            value = StringsCompleter.class,
            values = {"on", "off", "status"})
    private String wanted = "status";

    @Option(name = "--reason", description = "原因,所有登录用户可见 / Why; everybody who is signed in reads it")
    private String reason;

    @Override
    protected void run() {
        switch (wanted) {
            case "on" -> show(readOnly.on(new ReadOnlyReason(reason)));
            case "off" -> show(readOnly.off());
            case "status" -> show(readOnly.status());
            default ->
                throw Problem.invalid("on|off|status", Text.of("只能是 on、off 或 status", "Can only be on, off or status"));
        }
    }

    private void show(ReadOnlyView view) {
        if (view.on()) {
            say(Text.of("只读:%1$s(自 %2$s)", "Read-only: %1$s (since %2$s)", view.reason(), view.since()));
        } else {
            say(Text.of("可读写", "Can be written to"));
        }
        if (view.on() && view.writing() != null && view.writing() > 0) {
            say(Text.of(
                    "本节点仍有 %d 项修改未完成,请稍后再查看",
                    "%d changes are still under way on this node: look again", view.writing()));
        }
    }
}
