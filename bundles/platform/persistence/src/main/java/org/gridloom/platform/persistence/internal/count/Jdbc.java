package org.gridloom.platform.persistence.internal.count;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Statements of the counts. */
final class Jdbc {

    private static final int ROWS_AT_A_TIME = 1000;

    private Jdbc() {}

    /** Takes one row. */
    @FunctionalInterface
    interface Row {
        void take(ResultSet row) throws SQLException;
    }

    static void each(Connection connection, String sql, List<?> arguments, Row row) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            set(statement, 1, arguments);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    row.take(rows);
                }
            }
        }
    }

    static int update(Connection connection, String sql, Object... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, 1, List.of(arguments));
            return statement.executeUpdate();
        }
    }

    /** Sets the arguments from a position on; gives the position after the last. */
    static int set(PreparedStatement statement, int first, Iterable<?> arguments) throws SQLException {
        int position = first;
        for (Object argument : arguments) {
            statement.setObject(position++, argument);
        }
        return position;
    }

    static void set(PreparedStatement statement, Change change, int first) throws SQLException {
        set(
                statement,
                first,
                List.of(change.counter(), change.grade(), change.tile(), change.own(), change.part(), change.day()));
    }
}
