package org.gridloom.platform.persistence.internal.db;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Moves H2's sequences past every number in use. H2 reserves numbers in batches, and hands them out before it has written
 * the reservation down: a row can be committed whose number it hands out again once the process was killed. The next
 * insert would then be refused as a duplicate of a row that it has nothing to do with.
 */
final class H2Sequences {

    private static final String COLUMNS = """
            select table_schema, table_name, column_name, identity_base, identity_increment
            from information_schema.columns
            where is_identity = 'YES' and identity_increment > 0
            """;

    private static final String SEQUENCES = """
            select sequence_schema, sequence_name, base_value, increment, "CACHE"
            from information_schema.sequences
            where increment > 0
            """;

    private final Connection connection;
    private final int poolSize;

    /** @param poolSize how many connections can have been inserting at once */
    H2Sequences(Connection connection, int poolSize) {
        this.connection = connection;
        this.poolSize = poolSize;
    }

    void moveOn() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : restarts(statement)) {
                statement.execute(sql);
            }
        }
    }

    private List<String> restarts(Statement statement) throws SQLException {
        List<String> restarts = new ArrayList<>();
        for (Column column : columns(statement)) {
            long highest = highest(statement, column);
            if (highest >= column.next()) {
                restarts.add("alter table %s alter column %s restart with %d"
                        .formatted(column.table(), column.name(), highest + column.increment()));
            }
        }
        try (ResultSet row = statement.executeQuery(SEQUENCES)) {
            while (row.next()) {
                restarts.add("alter sequence %s restart with %d"
                        .formatted(name(row), row.getLong(3) + row.getLong(4) * notWrittenDown(row.getLong(5))));
            }
        }
        return restarts;
    }

    /** Who reserves a batch waits until it is written down, so that each connection can be ahead by one batch only. */
    private long notWrittenDown(long batch) {
        return batch * (poolSize + 1L);
    }

    private static List<Column> columns(Statement statement) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(COLUMNS)) {
            while (row.next()) {
                columns.add(new Column(name(row), quoted(row.getString(3)), row.getLong(4), row.getLong(5)));
            }
        }
        return columns;
    }

    private static long highest(Statement statement, Column column) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "select coalesce(max(%s), %d) from %s".formatted(column.name(), Long.MIN_VALUE, column.table()))) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String name(ResultSet row) throws SQLException {
        return quoted(row.getString(1)) + '.' + quoted(row.getString(2));
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private record Column(String table, String name, long next, long increment) {}
}
