package org.gridloom.platform.operations.internal.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What a backup needs of a database that SQL has no common words for. */
enum Product {
    H2 {
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
    POSTGRESQL {
        @Override
        long next(Connection connection, String sequence) throws SQLException {
            try (PreparedStatement select = connection.prepareStatement(
                    "select case when s.is_called then s.last_value + p.seqincrement else s.last_value end from "
                            + Table.quoted(sequence) + " s, pg_sequence p where p.seqrelid = s.tableoid")) {
                return number(select.executeQuery());
            }
        }
    };

    static Product of(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("H2") ? H2 : POSTGRESQL;
    }

    /** The number that the sequence gives next. */
    abstract long next(Connection connection, String sequence) throws SQLException;

    private static long number(ResultSet row) throws SQLException {
        row.next();
        return row.getLong(1);
    }
}
