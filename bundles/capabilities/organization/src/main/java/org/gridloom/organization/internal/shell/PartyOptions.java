package org.gridloom.organization.internal.shell;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;

/** Reads what options hold. */
final class PartyOptions {

    private PartyOptions() {}

    /** Null where the option is absent. */
    static LocalDate date(String option, String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.invalid(option, Text.of("应为日期,如 2026-01-31", "Must be a date, as in 2026-01-31"));
        }
    }

    /** Parts between commas; null where the option is absent. */
    static List<String> list(String text) {
        return text == null
                ? null
                : Arrays.stream(text.split(",")).map(String::strip).toList();
    }

    /** Those that are there, one after the other. */
    static String shown(List<String> codes) {
        return String.join(",", codes);
    }
}
