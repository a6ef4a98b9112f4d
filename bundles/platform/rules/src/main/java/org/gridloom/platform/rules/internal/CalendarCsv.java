package org.gridloom.platform.rules.internal;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.rules.internal.domain.SpecialDay;
import org.gridloom.platform.text.Text;

/** A year's holidays as CSV: 日期, 安排 (休 or 班), 名称. */
final class CalendarCsv {

    private static final List<Csv.Column> COLUMNS = List.of(
            new Csv.Column("date", new Text("日期", "Date"), true),
            new Csv.Column("arrangement", new Text("安排", "Arrangement"), true),
            new Csv.Column("name", new Text("名称", "Name"), false));
    private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final List<String> WORK = List.of("班", "work");
    private static final List<String> REST = List.of("休", "holiday");
    private static final int FIRST_ROW = 2;

    private CalendarCsv() {}

    static List<SpecialDay> read(int year, InputStream csv) throws IOException {
        List<Violation> faults = new ArrayList<>();
        List<SpecialDay> days = new ArrayList<>();
        int number = FIRST_ROW;
        for (Map<String, String> row : Csv.read(csv, COLUMNS)) {
            Optional<LocalDate> date = date(row.getOrDefault("date", ""));
            String arrangement = row.getOrDefault("arrangement", "").toLowerCase(Locale.ROOT);
            if (date.isEmpty() || date.get().getYear() != year) {
                faults.add(Violation.of("日期", number, Text.of("应为 %d 年的日期", "Must be a date of %d", year)));
            } else if (!WORK.contains(arrangement) && !REST.contains(arrangement)) {
                faults.add(Violation.of("安排", number, Text.of("只能是:休, 班", "Must be one of: holiday, work")));
            } else {
                days.add(new SpecialDay(date.get(), WORK.contains(arrangement), row.get("name")));
            }
            number++;
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return days;
    }

    private static Optional<LocalDate> date(String text) {
        Matcher matcher = DATE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(matcher.group(1)),
                    Integer.parseInt(matcher.group(2)),
                    Integer.parseInt(matcher.group(3))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
