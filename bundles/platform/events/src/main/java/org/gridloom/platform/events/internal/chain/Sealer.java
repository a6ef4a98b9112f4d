package org.gridloom.platform.events.internal.chain;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.gridloom.platform.tx.Transactions;

/**
 * Gives committed rows their place in the chain. Whoever holds the lock on the chain's end is the sealer, for one batch;
 * the lock ends with the transaction or with the connection of a node that died, so nothing has to expire. Rows that
 * commit late simply come later: a position says in which order rows became visible, not in which they were begun.
 */
public final class Sealer {

    static final int BATCH = 1000;

    private static final String END = "select position, hash from platform_seal where chain = ? for update skip locked";
    private static final String MOVE_END = "update platform_seal set position = ?, hash = ? where chain = ?";

    private final Transactions transactions;

    public Sealer(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Seals what is committed now, batch by batch; leaves it to another node that is at it. */
    public long seal(Chain chain) {
        long sealed = 0;
        int batch;
        do {
            batch = transactions.call(tx -> {
                try {
                    return batch(tx.connection(), chain);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            sealed += batch;
        } while (batch == BATCH);
        return sealed;
    }

    private static int batch(Connection connection, Chain chain) throws SQLException {
        try (PreparedStatement end = connection.prepareStatement(END)) {
            end.setString(1, chain.key());
            try (ResultSet row = end.executeQuery()) {
                return row.next() ? append(connection, chain, row.getLong(1), row.getString(2)) : 0;
            }
        }
    }

    private static int append(Connection connection, Chain chain, long last, String lastHash) throws SQLException {
        long position = last;
        String hash = lastHash;
        // Ordered by the indexed column first: the database then goes to the unsealed end, not through the whole table.
        String unsealed = "select " + chain.columns() + " from " + chain.table()
                + " where position is null order by position, id fetch first " + BATCH + " rows only";
        String seal = "update " + chain.table() + " set position = ?, previous_hash = ?, hash = ? where id = ?";
        try (PreparedStatement select = connection.prepareStatement(unsealed);
                ResultSet row = select.executeQuery();
                PreparedStatement update = connection.prepareStatement(seal)) {
            while (row.next()) {
                String previous = hash;
                hash = chain.hash(previous, row);
                update.setLong(1, ++position);
                update.setString(2, previous);
                update.setString(3, hash);
                update.setLong(4, row.getLong("id"));
                update.addBatch();
            }
            if (position > last) {
                update.executeBatch();
                moveEnd(connection, chain, position, hash);
            }
        }
        return (int) (position - last);
    }

    private static void moveEnd(Connection connection, Chain chain, long position, String hash) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(MOVE_END)) {
            update.setLong(1, position);
            update.setString(2, hash);
            update.setString(3, chain.key());
            update.executeUpdate();
        }
    }
}
