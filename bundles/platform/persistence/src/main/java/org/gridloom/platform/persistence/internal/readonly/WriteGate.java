package org.gridloom.platform.persistence.internal.readonly;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.gridloom.platform.persistence.ReadOnlyMode;
import org.gridloom.platform.persistence.ReadOnlyState;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;

/**
 * What every transaction that may write passes when it begins. A writer is counted first and looks at the mode then, so
 * whoever closes the gate and waits until nobody is counted has missed none. What is known of the mode is trusted for a
 * second; the first writer after that reads the row on its own connection.
 */
public final class WriteGate {

    private static final long TRUSTED = ReadOnlyMode.TRUSTED.toNanos();

    private final LongSupplier nanos;
    private volatile boolean watching;
    private volatile Known known;
    private int writing;

    /** @param readAt when the question was sent, as {@link System#nanoTime} */
    private record Known(ReadOnlyRow row, long readAt) {}

    public WriteGate() {
        this(System::nanoTime);
    }

    WriteGate(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** The platform's tables are there: from now on the mode is looked at. */
    public void watch() {
        watching = true;
    }

    /** Work on connections of its own. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws SQLException;
    }

    /** Lets work through that takes its connections from the pool itself. */
    public <T> T pass(DataSource pool, Work<T> work) throws SQLException {
        enter();
        try {
            try (Connection connection = pool.getConnection()) {
                check(connection);
            }
            return work.run();
        } finally {
            leave();
        }
    }

    /**
     * Counts a writer, who must {@link #leave}.
     *
     * @throws Problem {@link Problem.Kind#READ_ONLY}, without having counted
     */
    public void enter() {
        count(1);
        Known last = known;
        if (last != null && isFresh(last) && last.row().state() != null) {
            leave();
            throw refusal(last.row().state());
        }
    }

    /** Looks at the mode on the writer's connection, if what is known is old. */
    public void check(Connection connection) throws SQLException {
        ReadOnlyState state = state(connection);
        if (state != null) {
            throw refusal(state);
        }
    }

    public void leave() {
        count(-1);
    }

    /** Null while the district can be written to. */
    ReadOnlyState state(Connection connection) throws SQLException {
        if (!watching) {
            return null;
        }
        Known last = known;
        if (last == null || !isFresh(last)) {
            long now = nanos.getAsLong();
            ReadOnlyRow row = ReadOnlyRow.read(connection);
            learn(row, now);
            return row.state();
        }
        return last.row().state();
    }

    /** What was read late does not count against what was learnt meanwhile. */
    synchronized void learn(ReadOnlyRow row, long readAt) {
        if (known == null || row.revision() >= known.row().revision()) {
            known = new Known(row, readAt);
        }
    }

    long now() {
        return nanos.getAsLong();
    }

    synchronized int writing() {
        return writing;
    }

    synchronized boolean awaitQuiet(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            for (long left = patience.toNanos(); writing > 0 && left > 0; left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return writing == 0;
    }

    private synchronized void count(int change) {
        writing += change;
        if (writing == 0) {
            notifyAll();
        }
    }

    private boolean isFresh(Known last) {
        return nanos.getAsLong() - last.readAt() < TRUSTED;
    }

    private static Problem refusal(ReadOnlyState state) {
        return new Problem(
                Problem.Kind.READ_ONLY,
                Text.of(
                        "系统暂为只读:%s。可以查看,不能修改;本次未写入任何内容,请稍后再试",
                        "The district is read-only: %s. All can be looked at, nothing changed;"
                                + " nothing was written, please try again later",
                        state.reason()));
    }
}
