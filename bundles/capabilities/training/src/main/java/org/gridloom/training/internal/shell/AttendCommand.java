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
import org.gridloom.training.Attendance;
import org.gridloom.training.AttendanceDraft;
import org.gridloom.training.Attendances;

/** Records who was there. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "training", name = "attend", description = "记录出勤 / Record who was there")
public final class AttendCommand extends GridloomCommand {

    @Argument(index = 0, name = "session", description = "培训编号 / Id of the session", required = true)
    private long session;

    @Argument(index = 1, name = "person", description = "人员编号 / Code of the person", required = true)
    private String person;

    @Option(name = "--absent", description = "缺席 / Did not come")
    private boolean absent;

    @Option(name = "--score", description = "成绩 / Score")
    private String score;

    @Option(name = "--note", description = "备注 / Remark")
    private String note;

    @Reference
    private Attendances attendances;

    @Override
    protected void run() {
        Attendance now = attendances.record(
                session, new AttendanceDraft(person, !absent, Scores.parse("--score", score), null, note));
        say(Text.of("已记录:%s", "Recorded: %s", now.state()));
    }
}
