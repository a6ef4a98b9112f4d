package org.gridloom.organization.internal.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.UnitScope;

/**
 * Where a search for a part of a name begins. Names are long and much alike (村民委员会): read from the pair of characters that
 * the fewest of them have, a table of any size gives few rows to compare.
 */
final class RarestGram {

    private static final int MOST_COMPARED = 8;
    /** Pairs that are more frequent are alike to the search, which then goes through units in their order. */
    private static final int MOST_COUNTED = 500;

    private final EntityManager em;
    private final UnitScope scope;
    private final List<Object> parameters = new ArrayList<>();

    private RarestGram(EntityManager em, UnitScope scope) {
        this.em = em;
        this.scope = scope;
    }

    /** The one that the fewest units of the scope have, at most so many of them compared; null if there are none. */
    static String of(EntityManager em, String text, UnitScope scope) {
        List<String> grams = SearchKey.grams(text).stream().limit(MOST_COMPARED).toList();
        if (grams.size() < 2) {
            return grams.isEmpty() ? null : grams.get(0);
        }
        return new RarestGram(em, scope).among(grams);
    }

    private String among(List<String> grams) {
        StringJoiner sql = new StringJoiner(", ", "select ", "");
        grams.forEach(gram -> sql.add("(" + count(gram) + ")"));
        Query query = em.createNativeQuery(sql.toString());
        for (int i = 0; i < parameters.size(); i++) {
            query.setParameter(i + 1, parameters.get(i));
        }
        Object[] counts = (Object[]) query.getSingleResult();
        int rarest = 0;
        for (int i = 1; i < counts.length; i++) {
            if (((Number) counts[i]).longValue() < ((Number) counts[rarest]).longValue()) {
                rarest = i;
            }
        }
        return grams.get(rarest);
    }

    /** No further than need be: an index gives it without a row. */
    private String count(String gram) {
        StringJoiner anyOf = new StringJoiner(" or ", "(", ")").setEmptyValue("1 = 0");
        String isGram = "gram = " + parameter(gram);
        for (CodeRange range : scope.ranges()) {
            anyOf.add("(unit_code >= " + parameter(range.from()) + " and unit_code < " + parameter(range.to()) + ")");
        }
        return "select count(*) from (select 1 from organization_unit_gram where " + isGram + " and " + anyOf
                + " fetch first " + MOST_COUNTED + " rows only) some_of_them";
    }

    private String parameter(Object value) {
        parameters.add(value);
        return "?" + parameters.size();
    }
}
