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
import org.gridloom.training.Attendances;
import org.gridloom.training.Enrolment;

/** Enrols somebody. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "training", name = "enrol", description = "报名 / Enrol somebody")
public final class EnrolCommand extends GridloomCommand {

    @Argument(index = 0, name = "session", description = "培训编号 / Id of the session", required = true)
    private long session;

    @Argument(index = 1, name = "person", description = "人员编号 / Code of the person", required = true)
    private String person;

    @Option(name = "--note", description = "备注 / Remark")
    private String note;

    @Reference
    private Attendances attendances;

    @Override
    protected void run() {
        Attendance made = attendances.enrol(new Enrolment(session, person, note));
        say(Text.of("已报名,编号 %d", "Enrolled as %d", made.id()));
    }
}
