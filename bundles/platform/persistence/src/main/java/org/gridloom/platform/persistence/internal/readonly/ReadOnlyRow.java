package org.gridloom.platform.persistence.internal.readonly;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.gridloom.platform.persistence.ReadOnlyState;

/**
 * The one row that all nodes look at.
 *
 * @param revision moves on with each change
 * @param state null while the district can be written to
 */
record ReadOnlyRow(long revision, ReadOnlyState state) {

    private static final String SELECT = "select revision, since, account, reason from platform_read_only where id = 1";
    private static final String UPDATE =
            "update platform_read_only set revision = ?, since = ?, account = ?, reason = ? where id = 1";

    static ReadOnlyRow read(Connection connection) throws SQLException {
        return select(connection, SELECT);
    }

    static ReadOnlyRow lock(Connection connection) throws SQLException {
        return select(connection, SELECT + " for update");
    }

    private static ReadOnlyRow select(Connection connection, String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            return row.next() ? of(row) : new ReadOnlyRow(0, null);
        }
    }

    private static ReadOnlyRow of(ResultSet row) throws SQLException {
        OffsetDateTime since = row.getObject("since", OffsetDateTime.class);
        return new ReadOnlyRow(
                row.getLong("revision"),
                since == null
                        ? null
                        : new ReadOnlyState(since.toInstant(), row.getString("account"), row.getString("reason")));
    }

    ReadOnlyRow become(Connection connection, ReadOnlyState next) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            update.setLong(1, revision + 1);
            update.setObject(2, next == null ? null : next.since().atOffset(ZoneOffset.UTC));
            update.setString(3, next == null ? null : next.account());
            update.setString(4, next == null ? null : next.reason());
            update.executeUpdate();
        }
        return new ReadOnlyRow(revision + 1, next);
    }
}
