package org.gridloom.organization.internal.store;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.UnitScope;

/** A select in portable SQL, put together step by step. */
final class Sql {

    private final StringBuilder text = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    /** A row of the answer. */
    interface Row<T> {
        T of(ResultSet result) throws SQLException;
    }

    static Sql of(String text, Object... values) {
        return new Sql().add(text, values);
    }

    Sql add(String more, Object... itsValues) {
        text.append(more);
        values.addAll(List.of(itsValues));
        return this;
    }

    Sql add(Sql more) {
        text.append(more.text);
        values.addAll(more.values);
        return this;
    }

    /** The same with what is selected before it. */
    Sql selecting(String columns) {
        return of(columns).add(this);
    }

    Sql within(String column, UnitScope scope) {
        if (scope.equals(UnitScope.everywhere())) {
            return this;
        }
        StringJoiner anyOf = new StringJoiner(" or ", " and (", ")").setEmptyValue(" and 1 = 0");
        for (CodeRange range : scope.ranges()) {
            anyOf.add(column + " >= ? and " + column + " < ?");
            Collections.addAll(values, range.from(), range.to());
        }
        text.append(anyOf);
        return this;
    }

    /** One of a few values. */
    Sql oneOf(String column, Collection<String> few) {
        if (few.isEmpty()) {
            return add(" and 1 = 0");
        }
        return add(
                " and " + column + " in (" + String.join(", ", Collections.nCopies(few.size(), "?")) + ")",
                few.toArray());
    }

    /** One of values that may be many. */
    Sql among(String column, Collection<String> many) {
        return many(" and " + column + " in ", many);
    }

    /** None of values that may be many. */
    Sql noneOf(String column, Collection<String> many) {
        return many.isEmpty() ? this : many(" and " + column + " not in ", many);
    }

    private Sql many(String condition, Collection<String> many) {
        text.append(condition).append("(select e.code from unnest(cast(? as varchar array)) as e(code))");
        values.add(List.copyOf(many));
        return this;
    }

    Sql part(int offset, int size) {
        return add(" offset ? rows fetch next ? rows only", offset, size);
    }

    <T> List<T> list(Connection connection, Row<T> row) {
        try (PreparedStatement statement = connection.prepareStatement(text.toString())) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, stored(connection, values.get(i)));
            }
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(row.of(result));
                }
            }
            return rows;
        } catch (SQLException failed) {
            // The transaction puts it in words of its own.
            throw new IllegalStateException(failed);
        }
    }

    private static Object stored(Connection connection, Object value) throws SQLException {
        if (value instanceof LocalDate date) {
            return Date.valueOf(date);
        }
        if (value instanceof List<?> codes) {
            return connection.createArrayOf("varchar", codes.toArray());
        }
        return value;
    }
}
