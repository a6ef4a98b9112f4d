package org.gridloom.platform.events.internal;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.UnitScope;

/** The where clause of a list; a condition whose value is null is left out. */
final class Conditions {

    private final List<String> clauses = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    Conditions equal(String column, Object value) {
        return value == null ? this : add(column + " = ?", value);
    }

    /** Rows whose number is higher. */
    Conditions after(String column, long number) {
        return add(column + " > ?", number);
    }

    /** A name, or the beginning of one where it ends with a dot. */
    Conditions named(String column, String name) {
        return name == null || !name.endsWith(".")
                ? equal(column, name)
                : add(column + " like ? escape '!'", name.replaceAll("([!%_])", "!$1") + "%");
    }

    Conditions days(String column, LocalDate from, LocalDate to, ZoneId zone) {
        if (from != null) {
            add(column + " >= ?", from.atStartOfDay(zone).toOffsetDateTime());
        }
        if (to != null) {
            add(column + " < ?", to.plusDays(1).atStartOfDay(zone).toOffsetDateTime());
        }
        return this;
    }

    /** Records within the scope; those of no unit belong to the whole district. */
    Conditions within(String column, UnitScope scope) {
        if (scope.equals(UnitScope.everywhere())) {
            return this;
        }
        List<String> ranges = new ArrayList<>();
        for (CodeRange range : scope.ranges()) {
            ranges.add("(" + column + " >= ? and " + column + " < ?)");
            values.add(range.from());
            values.add(range.to());
        }
        clauses.add(ranges.isEmpty() ? "1 = 0" : "(" + String.join(" or ", ranges) + ")");
        return this;
    }

    String sql() {
        return clauses.isEmpty() ? "" : " where " + String.join(" and ", clauses);
    }

    void bind(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }

    private Conditions add(String clause, Object value) {
        clauses.add(clause);
        values.add(value);
        return this;
    }
}
