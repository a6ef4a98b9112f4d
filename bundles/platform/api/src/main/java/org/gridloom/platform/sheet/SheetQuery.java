package org.gridloom.platform.sheet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;

/**
 * Which records of a list, and in what order.
 *
 * @param filters values by name, blank ones left out
 * @param sort field, descending with a minus before it; null for the usual order
 */
public record SheetQuery(Map<String, String> filters, String sort) {

    public SheetQuery {
        filters = Map.copyOf(filters);
    }

    /** The filter's value, null where none was given. */
    public String text(String filter) {
        return filters.get(filter);
    }

    /**
     * The same as a date.
     *
     * @throws Problem {@link Problem.Kind#INVALID} if it is none
     */
    public LocalDate date(String filter) {
        String given = text(filter);
        try {
            return given == null ? null : LocalDate.parse(given);
        } catch (DateTimeException noDate) {
            throw Problem.invalid(filter, Text.of("应为 2026-01-31 形式的日期", "Must be a date such as 2026-01-31"));
        }
    }
}
