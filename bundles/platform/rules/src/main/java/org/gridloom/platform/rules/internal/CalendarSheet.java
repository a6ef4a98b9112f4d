package org.gridloom.platform.rules.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gridloom.platform.rules.internal.domain.SpecialDay;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.sheet.Sheet;
import org.gridloom.platform.sheet.SheetColumn;
import org.gridloom.platform.sheet.SheetDefinition;
import org.gridloom.platform.sheet.SheetRow;
import org.gridloom.platform.sheet.SheetRows;
import org.gridloom.platform.text.Text;

/** The holidays (休) and make-up work days (班) of one year, as a file has them. */
final class CalendarSheet implements Sheet {

    private static final String DATE = "date";
    private static final String ARRANGEMENT = "arrangement";
    private static final String NAME = "name";
    private static final String WORK = "work";

    private final int year;
    private final List<SpecialDay> days = new ArrayList<>();

    CalendarSheet(int year) {
        this.year = year;
    }

    List<SpecialDay> days() {
        return days;
    }

    @Override
    public SheetDefinition definition() {
        return new SheetDefinition(
                "calendar.days",
                Text.of("节假日安排", "Holidays"),
                Permissions.CALENDAR_EDIT,
                null,
                Set.of(),
                LocalDate.of(year, 1, 1).lengthOfYear(),
                List.of(
                        SheetColumn.date(DATE, Text.of("日期", "Date")).needed(),
                        SheetColumn.choice(
                                        ARRANGEMENT,
                                        Text.of("安排", "Arrangement"),
                                        List.of(
                                                new SheetColumn.Choice("holiday", Text.of("休", "holiday")),
                                                new SheetColumn.Choice(WORK, Text.of("班", "work"))))
                                .needed(),
                        SheetColumn.text(NAME, Text.of("名称", "Name"))));
    }

    /** Only reads: the year is set by whoever asked. */
    @Override
    public ImportReport load(SheetRows rows, boolean dryRun, Progress progress) {
        rows.each(this::read);
        return rows.report(dryRun, days.size(), 0, 0);
    }

    private void read(SheetRow row) {
        LocalDate date = row.date(DATE);
        if (date != null && date.getYear() != year) {
            row.fault(DATE, Text.of("应为 %d 年的日期", "Must be a date of %d", year));
        }
        if (!row.isFaulty()) {
            days.add(new SpecialDay(date, row.text(ARRANGEMENT).equals(WORK), row.text(NAME)));
        }
    }
}
