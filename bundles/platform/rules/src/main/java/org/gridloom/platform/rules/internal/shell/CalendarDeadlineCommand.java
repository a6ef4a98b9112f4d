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
import org.gridloom.platform.rules.internal.Deadline;
import org.gridloom.platform.text.Text;

/** Counts a deadline. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "calendar", name = "deadline", description = "计算期限 / Counts when a time is over")
public class CalendarDeadlineCommand extends GridloomCommand {

    @Reference
    private Calendars calendars;

    @Argument(index = 0, name = "amount", required = true, description = "数量 / Amount")
    private int amount;

    @Argument(
            index = 1,
            name = "unit",
            required = true,
            description = "WORK_HOURS 工作小时, WORK_DAYS 工作日, NATURAL_DAYS 自然日")
    private String unit;

    @Option(name = "--from", description = "起始时刻,如 2026-01-31T09:00:00Z / From when; now if absent")
    private String from;

    @Override
    protected void run() {
        Deadline deadline = calendars.deadline(Shown.instant(from), amount, Shown.unit(unit));
        say(Text.of("%s", "%s", deadline.local()));
        if (!deadline.announced()) {
            say(Text.of("其间有年度尚无节假日数据", "The holidays of a year in between are not known yet"));
        }
    }
}
