package org.gridloom.platform.events.internal.chain;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Where a chain ends, as the database has it.
 *
 * @param position of the last sealed record, 0 before the first
 * @param hash of that record
 */
record ChainEnd(long position, String hash) {

    /** Null where somebody has deleted it. */
    static ChainEnd read(Connection connection, Chain chain) {
        try (PreparedStatement select =
                connection.prepareStatement("select position, hash from platform_seal where chain = ?")) {
            select.setString(1, chain.key());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new ChainEnd(row.getLong(1), row.getString(2)) : null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
