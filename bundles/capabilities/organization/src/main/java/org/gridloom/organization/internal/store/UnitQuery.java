package org.gridloom.organization.internal.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.UnitScope;

/** Which units are wanted. Built step by step; each call narrows it. */
public final class UnitQuery {

    private static final int MAX_GRAMS = 4;

    private final LocalDate date;
    private UnitScope scope = UnitScope.everywhere();
    private Set<String> codes;
    private Set<String> levels;
    private String kind;
    private String after;
    private String text;

    private UnitQuery(LocalDate date) {
        this.date = date;
    }

    /** Units whenever they were valid. */
    static UnitQuery ever() {
        return new UnitQuery(null);
    }

    /** Units valid on the date, with what was recorded on it. */
    public static UnitQuery validOn(LocalDate date) {
        return new UnitQuery(date);
    }

    public UnitQuery in(UnitScope narrower) {
        scope = scope.intersect(narrower);
        return this;
    }

    public UnitQuery coded(Collection<String> wanted) {
        codes = narrowed(codes, wanted);
        return this;
    }

    public UnitQuery level(String level) {
        return levels(Set.of(level));
    }

    public UnitQuery levels(Collection<String> wanted) {
        levels = narrowed(levels, wanted);
        return this;
    }

    private static Set<String> narrowed(Set<String> before, Collection<String> wanted) {
        Set<String> narrowed = new TreeSet<>(wanted);
        if (before != null) {
            narrowed.retainAll(before);
        }
        return narrowed;
    }

    public UnitQuery kind(String wanted) {
        kind = wanted;
        return this;
    }

    /** Those that follow the stored code. */
    public UnitQuery after(String code) {
        after = code;
        return this;
    }

    /** Units in whose name the text stands; it has two characters or more. */
    public UnitQuery named(String wanted) {
        text = wanted;
        return this;
    }

    LocalDate date() {
        return date;
    }

    UnitScope scope() {
        return scope;
    }

    /** Whether it asks for a part of a name. */
    public boolean isNamed() {
        return text != null;
    }

    /** Whether the count of all units by level and kind tells how many these are. */
    boolean isCounted() {
        return date != null && codes == null && text == null && after == null;
    }

    boolean takes(String level, String itsKind) {
        return (levels == null || levels.contains(level)) && (kind == null || kind.equals(itsKind));
    }

    /** The units alone. */
    Clause units() {
        return new Clause("UnitEntity u", List.of("u.code"));
    }

    /** With their records as {@code d}. */
    Clause withDetails() {
        Clause clause = new Clause("UnitEntity u, UnitDetailEntity d", List.of("u.code", "d.unitCode"));
        clause.and("d.unitCode = u.code");
        if (date == null) {
            clause.and("d.validTo is null");
        } else {
            clause.and("d.validFrom <= :date and (d.validTo is null or d.validTo > :date)");
        }
        if (text != null) {
            int grams = 0;
            for (String gram : SearchKey.grams(SearchKey.of(text))) {
                if (grams < MAX_GRAMS) {
                    clause.with("g" + grams++, gram);
                }
            }
            clause.and("locate(:text, d.nameKey) > 0").set("text", SearchKey.of(text));
        }
        return clause;
    }

    /** From where, and which, on {@code u}. */
    final class Clause {

        private final StringBuilder from;
        private final List<String> coded;
        private final StringJoiner where = new StringJoiner(" and ");
        private final Map<String, Object> parameters = new HashMap<>();

        private Clause(String from, List<String> coded) {
            this.from = new StringBuilder(" from " + from);
            this.coded = new ArrayList<>(coded);
            if (date != null) {
                and("u.validFrom <= :date and (u.validTo is null or u.validTo > :date)")
                        .set("date", date);
            }
            if (codes != null) {
                and(codes.isEmpty() ? "1 = 0" : "u.code in :codes").set("codes", codes);
            }
            if (levels != null) {
                and(levels.isEmpty() ? "1 = 0" : "u.level in :levels").set("levels", levels);
            }
            if (kind != null) {
                and("u.kind = :kind").set("kind", kind);
            }
            if (after != null) {
                and("u.code > :after").set("after", after);
            }
        }

        Clause and(String condition) {
            where.add(condition);
            return this;
        }

        Clause set(String parameter, Object value) {
            if (!(value instanceof Collection<?> several && several.isEmpty())) {
                parameters.put(parameter, value);
            }
            return this;
        }

        /** Joined with another table, by the condition. */
        Clause with(String entity, String alias, String condition) {
            from.append(", ").append(entity).append(' ').append(alias);
            return and(condition);
        }

        /** Joined, not a subquery: the database can then go through the names' index in the order of the codes. */
        private void with(String alias, String gram) {
            with("UnitGramEntity", alias, alias + ".gram = :" + alias + " and " + alias + ".unitCode = u.code")
                    .set(alias, gram);
            coded.add(alias + ".unitCode");
        }

        Map<String, Object> parameters() {
            return parameters;
        }

        /** With the scope on every code: whichever table a database begins with, it begins where the scope does. */
        String jpql() {
            if (!scope.equals(UnitScope.everywhere())) {
                coded.forEach(this::within);
                coded.clear();
            }
            return from + (where.length() == 0 ? "" : " where " + where);
        }

        private void within(String code) {
            List<CodeRange> ranges = scope.ranges();
            StringJoiner anyOf = new StringJoiner(" or ", "(", ")").setEmptyValue("1 = 0");
            for (int i = 0; i < ranges.size(); i++) {
                anyOf.add("(" + code + " >= :from" + i + " and " + code + " < :to" + i + ")");
                set("from" + i, ranges.get(i).from())
                        .set("to" + i, ranges.get(i).to());
            }
            and(anyOf.toString());
        }
    }
}
