package org.gridloom.organization.internal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;

/** A row of a sheet; what is wrong with its cells is told to the faults, under the header as its user wrote it. */
final class SheetRow {

    private final int number;
    private final Map<String, String> cells;
    private final Map<String, String> headers;
    private final ImportFaults faults;
    private int own;

    SheetRow(int number, Map<String, String> cells, Map<String, String> headers, ImportFaults faults) {
        this.number = number;
        this.cells = cells;
        this.headers = headers;
        this.faults = faults;
    }

    int number() {
        return number;
    }

    void fault(String column, Text message) {
        own++;
        faults.add(number, headers.getOrDefault(column, column), message);
    }

    boolean isFaulty() {
        return own > 0;
    }

    /** Null for an empty cell. */
    String text(String column) {
        return cells.get(column);
    }

    /** Null, and a fault, for an empty cell. */
    String needed(String column) {
        String text = text(column);
        if (text == null) {
            fault(column, Text.of("不能为空", "Must not be blank"));
        }
        return text;
    }

    /** Null for an empty cell, or, with a fault, one that holds no date. */
    LocalDate date(String column) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        LocalDate date = SheetDate.parse(text).orElse(null);
        if (date == null) {
            fault(column, SheetDate.EXPECTED);
        }
        return date;
    }

    /** Null for an empty cell, or, with a fault, one that holds no whole number. */
    Integer number(String column) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        if (!text.matches("[0-9]{1,9}")) {
            fault(column, Text.of("应为整数", "Must be a whole number"));
            return null;
        }
        return Integer.valueOf(text);
    }

    /** Parts between semicolons. */
    List<String> list(String column) {
        String text = text(column);
        return text == null
                ? List.of()
                : Arrays.stream(text.split("[;;]"))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList();
    }

    /** The result, or null if the work is refused; its violations become faults of this row. */
    <T> T tried(Supplier<T> work, String otherwise, Map<String, String> columns) {
        try {
            return work.get();
        } catch (Problem refused) {
            refused.violations().forEach(violation -> {
                String field = violation.field().replaceFirst("[\\[.].*", "");
                fault(columns.getOrDefault(field, field), violation.message());
            });
            if (refused.violations().isEmpty()) {
                fault(otherwise, refused.text());
            }
            return null;
        }
    }
}
