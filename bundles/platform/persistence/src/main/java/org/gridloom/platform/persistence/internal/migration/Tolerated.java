package org.gridloom.platform.persistence.internal.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * By unit the change sets that versions which do not know them can live with, noted by the version that applied them: it
 * alone knows what they do.
 */
final class Tolerated {

    private final Connection connection;
    private final String unit;

    Tolerated(Connection connection, String unit) {
        this.connection = connection;
        this.unit = unit;
    }

    /** Makes the table, by whoever alone migrates. */
    static void prepare(Connection connection) throws SQLException {
        try (Statement create = connection.createStatement()) {
            create.execute("create table if not exists platform_tolerated (unit varchar(200) not null,"
                    + " change_set varchar(500) not null, primary key (unit, change_set))");
        }
        connection.commit();
    }

    Set<String> all() throws SQLException {
        Set<String> all = new TreeSet<>();
        try (PreparedStatement select =
                connection.prepareStatement("select change_set from platform_tolerated where unit = ?")) {
            select.setString(1, unit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    all.add(row.getString(1));
                }
            }
        }
        return all;
    }

    void add(Collection<String> changeSets) throws SQLException {
        Set<String> known = all();
        try (PreparedStatement insert =
                connection.prepareStatement("insert into platform_tolerated (unit, change_set) values (?, ?)")) {
            for (String changeSet : changeSets) {
                if (known.add(changeSet)) {
                    insert.setString(1, unit);
                    insert.setString(2, changeSet);
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
        connection.commit();
    }
}
