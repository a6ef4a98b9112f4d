package org.gridloom.platform.persistence.internal.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * By unit the digest of the change logs that were last applied whole. Where they are still the same there is nothing to
 * migrate, and Liquibase, whose reading and checking of them takes a fifth of a start, need not be asked.
 */
final class Applied {

    private final Connection connection;
    private final String unit;

    Applied(Connection connection, String unit) throws SQLException {
        this.connection = connection;
        this.unit = unit;
        try (Statement create = connection.createStatement()) {
            create.execute("create table if not exists platform_migrated"
                    + " (unit varchar(200) not null primary key, digest varchar(64) not null)");
        }
        connection.commit();
    }

    boolean is(String digest) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select 1 from platform_migrated where unit = ? and digest = ?")) {
            select.setString(1, unit);
            select.setString(2, digest);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Before anything is changed, so that what ends half-way is not taken for whole. */
    void forget() throws SQLException {
        update("delete from platform_migrated where unit = ?", unit);
        connection.commit();
    }

    void put(String digest) throws SQLException {
        update("insert into platform_migrated (unit, digest) values (?, ?)", unit, digest);
        connection.commit();
    }

    private void update(String sql, String... values) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setString(i + 1, values[i]);
            }
            update.executeUpdate();
        }
    }
}
