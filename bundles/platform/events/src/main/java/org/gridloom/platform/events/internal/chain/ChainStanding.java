package org.gridloom.platform.events.internal.chain;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * How far the sealing of a chain is.
 *
 * @param end position of the last sealed record
 * @param unsealed committed records without a position
 * @param oldest when the oldest of these was recorded, null without any
 */
public record ChainStanding(long end, long unsealed, Instant oldest) {

    public static ChainStanding read(Connection connection, Chain chain) {
        ChainEnd end = ChainEnd.read(connection, chain);
        String sql = "select count(*), min(recorded_at) from " + chain.table() + " where position is null";
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            OffsetDateTime oldest = row.getObject(2, OffsetDateTime.class);
            return new ChainStanding(
                    end == null ? 0 : end.position(), row.getLong(1), oldest == null ? null : oldest.toInstant());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** When the record at this position was recorded; null if there is none. */
    static Instant recordedAt(Connection connection, Chain chain, long position) {
        String sql = "select recorded_at from " + chain.table() + " where position = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, position);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getObject(1, OffsetDateTime.class).toInstant() : null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Age of the oldest record that is not sealed; 0 without any. */
    public long unsealedSeconds(Instant now) {
        return oldest == null ? 0 : Math.max(0, Duration.between(oldest, now).toSeconds());
    }
}
