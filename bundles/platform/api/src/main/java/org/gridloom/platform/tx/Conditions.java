package org.gridloom.platform.tx;

import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.UnitScope;

/** The where-clause of a query, built step by step; each call narrows it. */
public final class Conditions {

    private final StringJoiner all = new StringJoiner(" and ", " where ", "").setEmptyValue("");
    private final Map<String, Object> parameters = new HashMap<>();

    public Conditions and(String condition) {
        all.add(condition);
        return this;
    }

    public Conditions with(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    public Conditions is(String path, Object value) {
        return value == null ? this : and(path + " = " + next(value));
    }

    public Conditions isOneOf(String path, Collection<String> values) {
        return values == null ? this : and(among(path, values));
    }

    public Conditions validOn(String alias, LocalDate date) {
        String on = next(date);
        return and(alias + ".validFrom <= " + on + " and " + alias + ".validTo > " + on);
    }

    /** From one day to another, both included; null for no bound. */
    public Conditions between(String path, LocalDate from, LocalDate to) {
        if (from != null) {
            and(path + " >= " + next(from));
        }
        return to == null ? this : and(path + " <= " + next(to));
    }

    public Conditions within(String path, UnitScope scope) {
        return scope == null || scope.equals(UnitScope.everywhere()) ? this : and(ranges(path, scope));
    }

    /** The name holds the text or the code begins with it. */
    public Conditions named(String name, String code, String text) {
        if (text == null || text.isBlank()) {
            return this;
        }
        String word = text.strip().replace("!", "!!").replace("%", "!%").replace("_", "!_");
        return and("(" + name + " like " + next("%" + word + "%") + " escape '!' or " + code + " like "
                + next(word + "%") + " escape '!')");
    }

    /** A condition to be put together with others; its parameters are set. */
    public String among(String path, Collection<String> values) {
        return values.isEmpty() ? "1 = 0" : path + " in " + next(values);
    }

    /** A condition to be put together with others; its parameters are set. */
    public String ranges(String path, UnitScope scope) {
        if (scope.isEmpty()) {
            return "1 = 0";
        }
        StringJoiner anyOf = new StringJoiner(" or ", "(", ")");
        for (CodeRange range : scope.ranges()) {
            anyOf.add("(" + path + " >= " + next(range.from()) + " and " + path + " < " + next(range.to()) + ")");
        }
        return anyOf.toString();
    }

    private String next(Object value) {
        String name = "p" + parameters.size();
        parameters.put(name, value);
        return ":" + name;
    }

    public <Q extends Query> Q on(Q query) {
        parameters.forEach(query::setParameter);
        return query;
    }

    /** The order asked for, ending in what makes it stable. */
    public static String order(List<String> sort, Map<String, String> columns, String stable) {
        StringBuilder order = new StringBuilder(" order by ");
        for (String field : sort) {
            boolean descending = field.startsWith("-");
            order.append(columns.get(descending ? field.substring(1) : field)).append(descending ? " desc, " : ", ");
        }
        return order + stable;
    }

    @Override
    public String toString() {
        return all.toString();
    }
}
