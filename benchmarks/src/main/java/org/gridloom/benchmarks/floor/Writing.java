package org.gridloom.benchmarks.floor;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** The rows that every change writes besides its own: audit entry, event, pairs of characters of a name. */
final class Writing {

    private Writing() {}

    static int run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    static void lock(Connection connection, String code) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select code from organization_unit where code = ? for update")) {
            select.setString(1, code);
            select.executeQuery().close();
        }
    }

    static void record(
            Connection connection,
            String account,
            String action,
            String code,
            String before,
            String after,
            String payload)
            throws SQLException {
        OffsetDateTime now = OffsetDateTime.now();
        String request = UUID.randomUUID().toString();
        run(
                connection,
                "insert into platform_audit (recorded_at, account, origin, request_id, action, subject, unit_code,"
                        + " before_json, after_json, reason) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                now,
                account,
                "web",
                request,
                action,
                "unit/" + code,
                code,
                before,
                after,
                null);
        run(
                connection,
                "insert into platform_event (recorded_at, account, request_id, name, version, aggregate, unit_code,"
                        + " payload) values (?, ?, ?, ?, ?, ?, ?, ?)",
                now,
                account,
                request,
                action,
                1,
                "unit/" + code,
                code,
                payload);
    }

    /** Makes the name be found. */
    static void index(Connection connection, String code, String name) throws SQLException {
        Set<String> wanted = new TreeSet<>();
        for (int i = 0; i + 1 < name.length(); i++) {
            wanted.add(name.substring(i, i + 2));
        }
        wanted.removeAll(known(connection, code, wanted));
        try (PreparedStatement insert =
                connection.prepareStatement("insert into organization_unit_gram (gram, unit_code) values (?, ?)")) {
            for (String gram : wanted) {
                insert.setString(1, gram);
                insert.setString(2, code);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static Set<String> known(Connection connection, String code, Set<String> wanted) throws SQLException {
        Set<String> known = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select gram from organization_unit_gram where unit_code = ? and gram = any (?)")) {
            select.setString(1, code);
            select.setArray(2, connection.createArrayOf("varchar", wanted.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    known.add(rows.getString(1));
                }
            }
        }
        return known;
    }
}
