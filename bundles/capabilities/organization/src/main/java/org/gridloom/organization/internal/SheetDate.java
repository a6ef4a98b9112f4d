package org.gridloom.organization.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridloom.platform.text.Text;

/** Dates as people write them in sheets: 2026-01-31, 2026/1/31, 2026.1.31, 2026年1月31日. */
final class SheetDate {

    static final Text EXPECTED =
            new Text("日期应为 2026-01-31 或 2026.1.31 的形式,且确有此日", "Must be a date such as 2026-01-31 or 2026.1.31");

    private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

    private SheetDate() {}

    /** Empty for a text that is no date between 1900 and 2999. */
    static Optional<LocalDate> parse(String text) {
        Matcher matcher = DATE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                            Integer.parseInt(matcher.group(1)),
                            Integer.parseInt(matcher.group(2)),
                            Integer.parseInt(matcher.group(3))))
                    .filter(date -> !date.isBefore(EARLIEST) && !date.isAfter(LATEST));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
