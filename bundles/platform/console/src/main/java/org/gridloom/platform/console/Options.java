package org.gridloom.platform.console;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;

/** Reads what options hold. */
public final class Options {

    private Options() {}

    /** Null where the option is absent. */
    public static LocalDate date(String option, String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.invalid(option, Text.of("应为日期,如 2026-01-31", "Must be a date, as in 2026-01-31"));
        }
    }

    /** Parts between commas; null where the option is absent. */
    public static List<String> list(String text) {
        return text == null
                ? null
                : Arrays.stream(text.split(",")).map(String::strip).toList();
    }

    /** Parts between commas, none where the text is empty; what is there where the option is absent. */
    public static Set<String> set(String text, Set<String> present) {
        if (text == null) {
            return present;
        }
        return text.isBlank() ? Set.of() : new HashSet<>(list(text));
    }

    /** What is given, none where that is empty; what is there where the option is absent. */
    public static String or(String given, String present) {
        if (given == null) {
            return present;
        }
        return given.isEmpty() ? null : given;
    }

    /** The one entry that is sought. */
    public static <T> T found(List<T> entries, Predicate<T> sought) {
        return entries.stream()
                .filter(sought)
                .findFirst()
                .orElseThrow(() -> Problem.notFound(Text.of("没有这个编码的条目", "There is no entry with this code")));
    }

    /** Those that are there, one after the other. */
    public static String shown(List<String> codes) {
        return String.join(",", codes);
    }
}
