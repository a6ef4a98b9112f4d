package org.gridloom.platform.operations.internal.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What a backup needs of a database that SQL has no common words for. */
enum Product {
    H2(
            "set session characteristics as transaction isolation level snapshot",
            "set session characteristics as transaction isolation level read committed") {
        @Override
        long next(Connection connection, String sequence) throws SQLException {
            try (PreparedStatement select = connection.prepareStatement(
                    "select base_value from information_schema.sequences where sequence_schema = current_schema"
                            + " and sequence_name = ?")) {
                select.setString(1, sequence);
                return number(select.executeQuery());
            }
        }
    },
    POSTGRESQL("set transaction isolation level repeatable read", null) {
        @Override
        long next(Connection connection, String sequence) throws SQLException {
            try (PreparedStatement select = connection.prepareStatement(
                    "select case when s.is_called then s.last_value + p.seqincrement else s.last_value end from "
                            + Table.quoted(sequence) + " s, pg_sequence p where p.seqrelid = s.tableoid")) {
                return number(select.executeQuery());
            }
        }
    };

    private final String freeze;
    private final String thaw;

    Product(String freeze, String thaw) {
        this.freeze = freeze;
        this.thaw = thaw;
    }

    interface Work<T> {
        T run() throws Exception;
    }

    static Product of(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("H2") ? H2 : POSTGRESQL;
    }

    /** The number that the sequence gives next. */
    abstract long next(Connection connection, String sequence) throws SQLException;

    /** All that the work reads is of one moment, however long it takes. The transaction must not have read before. */
    <T> T atOneMoment(Connection connection, Work<T> work) throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.execute(freeze);
            try {
                return work.run();
            } finally {
                if (thaw != null) {
                    statement.execute(thaw); // of the connection, not of the transaction
                }
            }
        }
    }

    private static long number(ResultSet row) throws SQLException {
        row.next();
        return row.getLong(1);
    }
}
