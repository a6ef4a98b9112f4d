package org.gridloom.platform.events.internal.shell;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;

/** Days as typed, instants as shown. */
final class Shown {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private Shown() {}

    static LocalDate day(String option, String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.invalid(option, Text.of("日期应写作 2026-01-31", "Must be a date as in 2026-01-31"));
        }
    }

    static String time(Instant instant, Clock clock) {
        return TIME.format(instant.atZone(clock.getZone()));
    }
}
