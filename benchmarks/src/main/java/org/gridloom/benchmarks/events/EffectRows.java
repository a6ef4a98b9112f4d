package org.gridloom.benchmarks.events;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.gridloom.platform.testkit.TestDatabase;

/** The floor of a replay: the rows that {@link Effects} writes, a statement each, in transactions of a thousand. */
public final class EffectRows {

    private static final int A_TRANSACTION = 1_000;

    private final TestDatabase database;
    private int written;

    public EffectRows(TestDatabase database) {
        this.database = database;
    }

    /** Goes on until so many are committed. */
    public void upTo(int rows) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            while (written < rows) {
                int next = Math.min(rows, written + A_TRANSACTION);
                for (; written < next; written++) {
                    insert(connection, written);
                }
                connection.commit();
            }
        }
    }

    private static void insert(Connection connection, long position) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into benchmark_effect (subscriber, position) values (?, ?)")) {
            insert.setString(1, "floor");
            insert.setLong(2, position);
            insert.executeUpdate();
        }
    }
}
