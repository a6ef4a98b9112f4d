package org.gridloom.organization.internal.store;

import java.sql.Connection;
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

    <T> List<T> list(Connection connection, org.gridloom.platform.tx.Sql.Row<T> row) {
        return new org.gridloom.platform.tx.Sql(connection).list(row, text.toString(), values.toArray());
    }
}
