package org.gridloom.training.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.text.Text;
import org.gridloom.training.Session;
import org.gridloom.training.Sessions;

/** A session and its steps. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "training", name = "session-show", description = "查看一期培训及办理过程 / A session and its steps")
public final class SessionShowCommand extends GridloomCommand {

    @Argument(index = 0, name = "id", description = "编号 / Id", required = true)
    private long id;

    @Reference
    private Sessions sessions;

    @Override
    protected void run() {
        Session it = sessions.get(id);
        table(
                        Text.of("期次", "Number"),
                        Text.of("主题", "Title"),
                        Text.of("日期", "Day"),
                        Text.of("状态", "State"),
                        Text.of("名额", "Places"),
                        Text.of("报名", "Enrolled"),
                        Text.of("参训", "Attended"))
                .row(it.number(), it.title(), it.heldOn(), it.state(), it.capacity(), it.enrolled(), it.attended())
                .print(out());
        ShellTable steps =
                table(Text.of("时间", "At"), Text.of("步骤", "Step"), Text.of("账号", "Account"), Text.of("理由", "Reason"));
        sessions.timeline(id).forEach(move -> steps.row(move.at(), move.action(), move.account(), move.reason()));
        steps.print(out());
    }
}
