package org.gridloom.platform.events.internal.chain;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.gridloom.platform.events.internal.chain.Anchors.Kept;
import org.gridloom.platform.events.internal.chain.ChainReport.Broken;
import org.gridloom.platform.tx.Transactions;

/** Walks a chain and compares each row with its hash and its predecessor, a few thousand rows at a time. */
public final class Verification {

    private static final int CHUNK = 5000;
    private static final String NO_HASH = "0".repeat(64);

    /** How far the walk has come: the last good row, and the first bad one. */
    private record Walk(long position, String hash, Broken broken) {}

    private interface Query<T> {
        T on(Connection connection) throws SQLException;
    }

    private final Transactions transactions;
    private final Anchors anchors;
    private final Clock clock;

    public Verification(Transactions transactions, Anchors anchors, Clock clock) {
        this.transactions = transactions;
        this.anchors = anchors;
        this.clock = clock;
    }

    /** Verifies what is sealed when it begins. */
    public ChainReport verify(Chain chain) {
        Kept kept = anchors.of(chain);
        ChainEnd end = read(connection -> end(connection, chain));
        Walk walk = new Walk(0, NO_HASH, null);
        while (walk.broken() == null && walk.position() < end.position()) {
            Walk from = walk;
            walk = read(connection -> walk(connection, chain, from, end, kept));
        }
        Walk done =
                new Walk(walk.position(), walk.hash(), walk.broken() == null ? atEnd(walk, end, kept) : walk.broken());
        return read(connection -> report(connection, chain, done, kept));
    }

    private static ChainEnd end(Connection connection, Chain chain) {
        ChainEnd end = ChainEnd.read(connection, chain);
        // Without its end a chain that was begun is broken, and an empty one is not.
        return end == null ? new ChainEnd(Long.MAX_VALUE, NO_HASH) : end;
    }

    private static Broken atEnd(Walk walk, ChainEnd end, Kept kept) {
        if (!walk.hash().equals(end.hash())) {
            return Broken.changed(walk.position(), null);
        }
        Map.Entry<Long, Anchor> beyond = kept.anchors().higherEntry(walk.position());
        return beyond == null
                ? null
                : Broken.cutOff(
                        walk.position() + 1, beyond.getKey(), beyond.getValue().at());
    }

    private static Walk walk(Connection connection, Chain chain, Walk from, ChainEnd end, Kept kept)
            throws SQLException {
        String sql = "select position, previous_hash, hash, " + chain.columns() + " from " + chain.table()
                + " where position > ? and position <= ? order by position fetch first " + CHUNK + " rows only";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, from.position());
            select.setLong(2, end.position());
            try (ResultSet row = select.executeQuery()) {
                long position = from.position();
                String hash = from.hash();
                while (row.next()) {
                    Broken broken = compare(chain, row, position + 1, hash, kept);
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

    private static Broken compare(Chain chain, ResultSet row, long expected, String previous, Kept kept)
            throws SQLException {
        long position = row.getLong("position");
        String hash = row.getString("hash");
        if (position != expected) {
            return Broken.missing(expected);
        }
        if (!chain.hash(row.getString("previous_hash"), row).equals(hash)) {
            return Broken.changed(position, row.getLong("id"));
        }
        if (!previous.equals(row.getString("previous_hash"))) {
            return Broken.reordered(position, row.getLong("id"));
        }
        Anchor anchor = kept.anchors().get(position);
        return anchor == null || anchor.hash().equals(hash) ? null : rewritten(anchor, row, kept);
    }

    private static Broken rewritten(Anchor anchor, ResultSet row, Kept kept) throws SQLException {
        Long before = kept.anchors().lowerKey(anchor.position());
        return Broken.rewritten(before == null ? 1 : before + 1, anchor.position(), row.getLong("id"), anchor.at());
    }

    private ChainReport report(Connection connection, Chain chain, Walk walk, Kept kept) throws SQLException {
        String sql = "select count(*), min(recorded_at) from " + chain.table() + " where position is null";
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            OffsetDateTime oldest = row.getObject(2, OffsetDateTime.class);
            Instant since = oldest == null ? null : oldest.toInstant();
            return new ChainReport(
                    chain.key(),
                    walk.broken() == null && kept.faults().isEmpty(),
                    walk.position(),
                    walk.broken(),
                    row.getLong(1),
                    since,
                    since == null ? 0 : Duration.between(since, clock.instant()).toSeconds(),
                    kept.anchors().headMap(walk.position(), true).size(),
                    kept.anchors().isEmpty() ? null : kept.anchors().lastKey(),
                    kept.faults());
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
