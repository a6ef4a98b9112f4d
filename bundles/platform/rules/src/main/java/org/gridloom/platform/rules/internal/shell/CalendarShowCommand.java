package org.gridloom.platform.rules.internal.shell;

import java.time.format.TextStyle;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.rules.internal.Calendars;
import org.gridloom.platform.rules.internal.domain.CalendarYear;
import org.gridloom.platform.text.Text;

/** Shows a year. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "calendar", name = "show", description = "年度节假日与调休 / Shows holidays and make-up work days of a year")
public class CalendarShowCommand extends GridloomCommand {

    @Reference
    private Calendars calendars;

    @Argument(index = 0, name = "year", required = true, description = "年份 / Year")
    private int year;

    @Override
    protected void run() {
        CalendarYear shown = calendars.year(year);
        say(Shown.source(shown));
        ShellTable table =
                table(Text.of("日期", "Date"), Text.of("星期", "Day"), Text.of("安排", "Arrangement"), Text.of("名称", "Name"));
        shown.days()
                .forEach(day -> table.row(
                        day.date(),
                        day.date().getDayOfWeek().getDisplayName(TextStyle.FULL, locale()),
                        day.workDay() ? Text.of("班", "work") : Text.of("休", "holiday"),
                        day.name()));
        table.print(out());
    }
}
