package org.gridloom.platform.jobs.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.jobs.internal.notice.OwnNotices;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;

/** Marks notices as read. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "notices", name = "read", description = "标为已读 / Marks one of one's notices as read, or all")
public class NoticesReadCommand extends GridloomCommand {

    @Reference
    private OwnNotices notices;

    @Argument(index = 0, name = "id", description = "提醒编号 / Id of the notice")
    private Long id;

    @Option(name = "--all", description = "全部 / All of them")
    private boolean all;

    @Override
    protected void run() {
        if (all == (id != null)) {
            throw Problem.invalid("id", Text.of("请给出编号,或使用 --all", "Give an id, or --all"));
        }
        if (all) {
            notices.readAll(null);
        } else {
            notices.read(id);
        }
    }
}
