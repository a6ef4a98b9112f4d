package org.gridloom.organization.internal.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.UnitScope;

/**
 * Which units are wanted, as the conditions of a query on {@code u} and, for names, {@code d}. Built step by step; each
 * call narrows it.
 */
public final class UnitQuery {

    private static final int MAX_GRAMS = 4;

    private final StringBuilder conditions = new StringBuilder("1 = 1");
    private final Map<String, Object> parameters = new HashMap<>();
    private boolean named;

    /** Units valid on the date, with what was recorded on it. */
    public static UnitQuery validOn(LocalDate date) {
        UnitQuery query = new UnitQuery();
        query.and("u.validFrom <= :date and (u.validTo is null or u.validTo > :date)");
        query.parameters.put("date", date);
        return query;
    }

    public UnitQuery in(UnitScope scope) {
        if (scope.equals(UnitScope.everywhere())) {
            return this;
        }
        if (scope.isEmpty()) {
            return and("1 = 0");
        }
        int first = parameters.size();
        List<CodeRange> ranges = scope.ranges();
        StringBuilder anyOf = new StringBuilder();
        for (int i = 0; i < ranges.size(); i++) {
            String from = "from" + (first + i);
            String to = "to" + (first + i);
            anyOf.append(i == 0 ? "(" : " or ").append("(u.code >= :" + from + " and u.code < :" + to + ")");
            parameters.put(from, ranges.get(i).from());
            parameters.put(to, ranges.get(i).to());
        }
        return and(anyOf.append(")").toString());
    }

    public UnitQuery coded(Collection<String> codes) {
        if (codes.isEmpty()) {
            return and("1 = 0");
        }
        parameters.put("codes", codes);
        return and("u.code in :codes");
    }

    public UnitQuery level(String level) {
        parameters.put("level", level);
        return and("u.level = :level");
    }

    public UnitQuery levels(Collection<String> levels) {
        if (levels.isEmpty()) {
            return and("1 = 0");
        }
        parameters.put("levels", levels);
        return and("u.level in :levels");
    }

    /** Those that follow the stored code. */
    public UnitQuery after(String code) {
        parameters.put("after", code);
        return and("u.code > :after");
    }

    public UnitQuery kind(String kind) {
        parameters.put("kind", kind);
        return and("u.kind = :kind");
    }

    /** Units in whose name the text stands; it has two characters or more. */
    public UnitQuery named(String text) {
        named = true;
        int i = 0;
        for (String gram :
                SearchKey.grams(SearchKey.of(text)).stream().limit(MAX_GRAMS).collect(Collectors.toList())) {
            and("u.code in (select g" + i + ".unitCode from UnitGramEntity g" + i + " where g" + i + ".gram = :gram" + i
                    + ")");
            parameters.put("gram" + i, gram);
            i++;
        }
        parameters.put("pattern", SearchKey.containing(text));
        return and("d.nameKey like :pattern escape '!'");
    }

    private UnitQuery and(String condition) {
        conditions.append(" and ").append(condition);
        return this;
    }

    String conditions() {
        return conditions.toString();
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** Whether the conditions speak of names. */
    boolean isNamed() {
        return named;
    }
}
