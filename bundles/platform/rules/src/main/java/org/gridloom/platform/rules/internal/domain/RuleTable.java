package org.gridloom.platform.rules.internal.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.rule.RuleColumn;
import org.gridloom.platform.rule.RuleRow;
import org.gridloom.platform.text.Text;

/**
 * Rows as somebody wrote them, checked against their columns.
 *
 * @param rows in canonical form; not all where there are faults
 * @param faults by row, counted as its user does, the header being row 1; fields are columns' codes
 */
public record RuleTable(List<RuleRow> rows, List<Violation> faults) {

    /** More rows than this are no rules. */
    public static final int MOST_ROWS = 2_000;

    /**
     * A row that differs between two versions.
     *
     * @param key of the row, by column; empty for a set of one row
     * @param before its values; null where it is new
     * @param after its values; null where it is gone
     */
    public record Change(Map<String, String> key, Map<String, String> before, Map<String, String> after) {}

    /** @param first number of the first row */
    public static RuleTable check(List<RuleColumn> columns, List<Map<String, String>> written, int first) {
        List<RuleRow> rows = new ArrayList<>();
        List<Violation> faults = new ArrayList<>();
        count(columns, written.size()).ifPresent(faults::add);
        Set<Map<String, String>> keys = new HashSet<>();
        if (written.size() > MOST_ROWS) {
            return new RuleTable(rows, faults);
        }
        for (int i = 0; i < written.size(); i++) {
            int number = first + i;
            RuleRow row = new RuleRow(values(columns, written.get(i), number, faults));
            if (!keys.add(key(columns, row)) && isKeyed(columns)) {
                faults.add(Violation.of(
                        columns.stream()
                                .filter(RuleColumn::key)
                                .findFirst()
                                .orElseThrow()
                                .code(),
                        number,
                        Text.of("与前面的行重复", "The same as a row before it")));
            }
            rows.add(row);
        }
        return new RuleTable(rows, faults);
    }

    /** The rows with one of them changed, or another added; as somebody wrote it, to be checked. */
    public static List<Map<String, String>> merged(
            List<RuleColumn> columns, List<RuleRow> rows, Map<String, String> written) {
        Map<String, String> change = new HashMap<>(written);
        columns.stream()
                .filter(RuleColumn::key)
                .forEach(column -> change.computeIfPresent(column.code(), (code, text) -> {
                    ColumnValue value = ColumnValue.read(column, text);
                    return value.kept() == null ? text : value.kept();
                }));
        List<Map<String, String>> merged = new ArrayList<>();
        boolean isThere = false;
        for (RuleRow row : rows) {
            Map<String, String> values = new HashMap<>(row.values());
            if (key(columns, row).equals(key(columns, new RuleRow(change)))) {
                values.putAll(change);
                isThere = true;
            }
            merged.add(values);
        }
        if (!isThere) {
            merged.add(change);
        }
        return merged;
    }

    /** What differs: changed and new rows in the order of {@code after}, then those that are gone. */
    public static List<Change> compare(List<RuleColumn> columns, List<RuleRow> before, List<RuleRow> after) {
        Map<Map<String, String>, RuleRow> former = new LinkedHashMap<>();
        before.forEach(row -> former.put(key(columns, row), row));
        List<Change> changes = new ArrayList<>();
        for (RuleRow row : after) {
            Map<String, String> key = key(columns, row);
            RuleRow old = former.remove(key);
            if (!row.equals(old)) {
                changes.add(new Change(key, old == null ? null : old.values(), row.values()));
            }
        }
        former.forEach((key, row) -> changes.add(new Change(key, row.values(), null)));
        return changes;
    }

    private static Optional<Violation> count(List<RuleColumn> columns, int rows) {
        boolean keyed = isKeyed(columns);
        if (!keyed && rows != 1) {
            return Optional.of(Violation.of("rows", Text.of("应恰好有一行", "Must have exactly one row")));
        }
        if (rows == 0 || rows > MOST_ROWS) {
            return Optional.of(Violation.of("rows", Text.of("应有 1 至 %d 行", "Must have 1 to %d rows", MOST_ROWS)));
        }
        return Optional.empty();
    }

    private static Map<String, String> values(
            List<RuleColumn> columns, Map<String, String> written, int number, List<Violation> faults) {
        Map<String, String> values = new HashMap<>();
        Set<String> unknown = new HashSet<>(written.keySet());
        for (RuleColumn column : columns) {
            unknown.remove(column.code());
            String text = written.get(column.code());
            if (text != null && !text.isBlank()) {
                ColumnValue value = ColumnValue.read(column, text);
                if (value.fault() == null) {
                    values.put(column.code(), value.kept());
                } else {
                    faults.add(Violation.of(column.code(), number, value.fault()));
                }
            } else if (column.required()) {
                faults.add(Violation.of(column.code(), number, Text.of("必填", "Is required")));
            }
        }
        unknown.stream()
                .sorted()
                .forEach(each -> faults.add(Violation.of("rows", number, Text.of("有不认识的列", "Has an unknown column"))));
        return values;
    }

    private static Map<String, String> key(List<RuleColumn> columns, RuleRow row) {
        Map<String, String> key = new LinkedHashMap<>();
        columns.stream()
                .filter(RuleColumn::key)
                .forEach(column -> key.put(column.code(), row.values().get(column.code())));
        return key;
    }

    private static boolean isKeyed(List<RuleColumn> columns) {
        return columns.stream().anyMatch(RuleColumn::key);
    }
}
