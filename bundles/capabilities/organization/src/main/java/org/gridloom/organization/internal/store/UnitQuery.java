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

    private static final Map<String, String> COLUMNS = Map.of("name", "d.name", "validFrom", "u.validFrom");

    private final LocalDate date;
    private UnitScope scope = UnitScope.everywhere();
    private Set<String> codes;
    private Set<String> levels;
    private String kind;
    private String after;
    private String text;
    private String gram;

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
        text = SearchKey.of(wanted);
        return this;
    }

    /** The text in whose places it looks; null if it does not ask for a part of a name. */
    String text() {
        return text;
    }

    /** Looks among the units of which a name has the pair of characters, which stands in the text. */
    UnitQuery among(String pair) {
        gram = pair;
        return this;
    }

    /** Whether nothing is to be said any more of where it begins. */
    boolean isBegun() {
        return text == null || gram != null;
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
            clause.and("locate(:text, d.nameKey) > 0").set("text", text);
        }
        if (gram != null) {
            clause.among(gram);
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
                isOneOf("u.code", "code", codes);
            }
            if (levels != null) {
                isOneOf("u.level", "level", levels);
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

        /** Each value as a parameter of its own: EclipseLink prepares a query anew for each list that is one parameter. */
        private void isOneOf(String path, String parameter, Set<String> values) {
            StringJoiner list = new StringJoiner(", ", path + " in (", ")").setEmptyValue("1 = 0");
            for (String value : values) {
                String name = parameter + parameters.size();
                list.add(":" + name);
                set(name, value);
            }
            and(list.toString());
        }

        /** Joined with another table, by the condition. */
        Clause with(String entity, String alias, String condition) {
            from.append(", ").append(entity).append(' ').append(alias);
            return and(condition);
        }

        /** Joined, not a subquery: the database can then go through the pairs' index in the order of the codes. */
        private void among(String pair) {
            with("UnitGramEntity", "g", "g.gram = :gram and g.unitCode = u.code")
                    .set("gram", pair);
            coded.add("g.unitCode");
        }

        /**
         * The order of a list. Named so that an index has it and the condition in which it begins: a database, H2 above all,
         * then reads no more than the page.
         *
         * @param sort names of fields, with - before those that descend; the code decides among equals
         */
        String ordered(List<String> sort) {
            List<String> fields = new ArrayList<>(sort);
            fields.add("code");
            String first = fields.get(0);
            boolean byName = first.endsWith("name");
            if (byName) {
                and("d.name >= ''");
            } else if (first.endsWith("code")) {
                and("u.code >= ''");
            }
            String code = gram != null ? "g.unitCode" : byName ? "d.unitCode" : "u.code";
            StringJoiner columns = new StringJoiner(", ", " order by ", "");
            if (first.equals("code")) {
                alike().forEach(columns::add);
            }
            fields.forEach(field -> columns.add(column(field, code)));
            return columns.toString();
        }

        /** What all have in common and an index has before the code. */
        private List<String> alike() {
            if (gram != null) {
                return List.of("g.gram");
            }
            return levels != null && levels.size() == 1 ? List.of("u.level") : List.of();
        }

        private static String column(String field, String code) {
            String name = field.replaceFirst("^-", "");
            String column = COLUMNS.getOrDefault(name, code);
            return name.equals(field) ? column : column + " desc";
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
