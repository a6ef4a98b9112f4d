package org.gridloom.platform.events.internal.chain;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.gridloom.platform.events.internal.chain.ChainReport.Broken;
import org.gridloom.platform.tx.Transactions;

/** Walks a chain and compares each row with its hash and its predecessor, a few thousand rows at a time. */
public final class Verification {

    private static final int CHUNK = 5000;
    private static final String NO_HASH = "0".repeat(64);

    private record End(long position, String hash) {}

    /** How far the walk has come: the last good row, and the first bad one. */
    private record Walk(long position, String hash, Broken broken) {}

    private interface Query<T> {
        T on(Connection connection) throws SQLException;
    }

    private final Transactions transactions;
    private final Clock clock;

    public Verification(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Verifies what is sealed when it begins. */
    public ChainReport verify(Chain chain) {
        End end = read(connection -> end(connection, chain));
        Walk walk = new Walk(0, NO_HASH, null);
        while (walk.broken() == null && walk.position() < end.position()) {
            Walk from = walk;
            walk = read(connection -> walk(connection, chain, from, end));
        }
        if (walk.broken() == null && !walk.hash().equals(end.hash())) {
            walk = new Walk(walk.position(), walk.hash(), Broken.changed(walk.position(), null));
        }
        Walk done = walk;
        return read(connection -> report(connection, chain, done));
    }

    private static End end(Connection connection, Chain chain) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select position, hash from platform_seal where chain = ?")) {
            select.setString(1, chain.key());
            try (ResultSet row = select.executeQuery()) {
                // Without its end a chain that was begun is broken, and an empty one is not.
                return row.next() ? new End(row.getLong(1), row.getString(2)) : new End(Long.MAX_VALUE, NO_HASH);
            }
        }
    }

    private static Walk walk(Connection connection, Chain chain, Walk from, End end) throws SQLException {
        String sql = "select position, previous_hash, hash, " + chain.columns() + " from " + chain.table()
                + " where position > ? and position <= ? order by position fetch first " + CHUNK + " rows only";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, from.position());
            select.setLong(2, end.position());
            try (ResultSet row = select.executeQuery()) {
                long position = from.position();
                String hash = from.hash();
                while (row.next()) {
                    Broken broken = compare(chain, row, position + 1, hash);
                    if (broken != null) {
                        return new Walk(position, hash, broken);
                    }
                    position++;
                    hash = row.getString("hash");
                }
                boolean stuck = position == from.position();
                return new Walk(position, hash, stuck ? Broken.missing(position + 1) : null);
            }
        }
    }

    private static Broken compare(Chain chain, ResultSet row, long expected, String previous) throws SQLException {
        long position = row.getLong("position");
        if (position != expected) {
            return Broken.missing(expected);
        }
        if (!chain.hash(row.getString("previous_hash"), row).equals(row.getString("hash"))) {
            return Broken.changed(position, row.getLong("id"));
        }
        return previous.equals(row.getString("previous_hash")) ? null : Broken.reordered(position, row.getLong("id"));
    }

    private ChainReport report(Connection connection, Chain chain, Walk walk) throws SQLException {
        String sql = "select count(*), min(recorded_at) from " + chain.table() + " where position is null";
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            OffsetDateTime oldest = row.getObject(2, OffsetDateTime.class);
            Instant since = oldest == null ? null : oldest.toInstant();
            return new ChainReport(
                    chain.key(),
                    walk.broken() == null,
                    walk.position(),
                    walk.broken(),
                    row.getLong(1),
                    since,
                    since == null ? 0 : Duration.between(since, clock.instant()).toSeconds());
        }
    }

    private <T> T read(Query<T> query) {
        return transactions.read(tx -> {
            try {
                return query.on(tx.connection());
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
