package org.gridloom.platform.operations.internal.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What tables there are and how large, never what is in them.
 *
 * @param rows by table
 * @param applied number of change sets by capability
 */
public record TableCounts(Map<String, Long> rows, Map<String, Integer> applied) {

    public static TableCounts of(Connection connection) throws SQLException {
        Tables tables = Tables.of(connection);
        Map<String, Long> rows = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            for (Table table : tables.inOrder()) {
                try (ResultSet row = statement.executeQuery("select count(*) from " + table.quoted())) {
                    row.next();
                    rows.put(table.common(), row.getLong(1));
                }
            }
        }
        Map<String, Integer> applied = new TreeMap<>();
        tables.migrations()
                .forEach((capability, sets) ->
                        applied.put(capability, Set.copyOf(sets).size()));
        return new TableCounts(rows, applied);
    }
}
