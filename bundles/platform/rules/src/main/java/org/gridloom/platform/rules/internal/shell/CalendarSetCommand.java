package org.gridloom.platform.rules.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.rules.internal.Calendars;

/** Sets a day. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "calendar", name = "set", description = "设置一天 / Sets a day")
public class CalendarSetCommand extends GridloomCommand {

    @Reference
    private Calendars calendars;

    @Argument(index = 0, name = "date", required = true, description = "日期 / Day")
    private String date;

    @Argument(
            index = 1,
            name = "arrangement",
            required = true,
            description = "休、班,或“无”以去掉 / holiday, work, or none to clear it")
    private String arrangement;

    @Option(name = "--name", description = "名称 / Name of the holiday")
    private String name;

    @Option(name = "--document", required = true, description = "依据文号 / Number of the document")
    private String document;

    @Override
    protected void run() {
        say(Shown.source(calendars.setDay(Shown.day("date", date), Shown.work(arrangement), name, document)));
    }
}
