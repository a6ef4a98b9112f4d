package org.gridloom.organization.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.gridloom.platform.tx.Tx;
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

    private final Connection connection;
    private final UnitScope scope;
    private final List<String> parameters = new ArrayList<>();

    private RarestGram(Connection connection, UnitScope scope) {
        this.connection = connection;
        this.scope = scope;
    }

    /** The one that the fewest units of the scope have, at most so many of them compared; null if there are none. */
    static String of(Tx tx, String text, UnitScope scope) {
        List<String> grams = SearchKey.grams(text).stream().limit(MOST_COMPARED).toList();
        if (grams.size() < 2) {
            return grams.isEmpty() ? null : grams.get(0);
        }
        return new RarestGram(tx.connection(), scope).among(grams);
    }

    private String among(List<String> grams) {
        StringJoiner sql = new StringJoiner(", ", "select ", "");
        grams.forEach(gram -> sql.add("(" + count(gram) + ")"));
        int rarest = 0;
        try (PreparedStatement select = connection.prepareStatement(sql.toString())) {
            for (int i = 0; i < parameters.size(); i++) {
                select.setString(i + 1, parameters.get(i));
            }
            try (ResultSet counts = select.executeQuery()) {
                counts.next();
                for (int i = 1; i < grams.size(); i++) {
                    if (counts.getLong(i + 1) < counts.getLong(rarest + 1)) {
                        rarest = i;
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
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

    private String parameter(String value) {
        parameters.add(value);
        return "?";
    }
}
