package org.gridloom.platform.persistence.internal.tx;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.concurrent.TimeUnit;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Transactions;

/** The template of one unit, or of none for platform bundles that use JDBC alone. */
public final class UnitTransactions implements Transactions, AutoCloseable {

    private static final long DRAIN_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final JoinedTransactions joined;
    private final EntityManagerFactory factory;
    private int running;
    private boolean closed;

    /** @param factory null for a template without entities */
    public UnitTransactions(JoinedTransactions joined, EntityManagerFactory factory) {
        this.joined = joined;
        this.factory = factory;
    }

    @Override
    public <T> T call(Work<T> work) {
        return run(false, work);
    }

    @Override
    public <T> T read(Work<T> work) {
        return run(true, work);
    }

    @Override
    public <T> T snapshot(Work<T> work) {
        enter();
        try {
            return joined.snapshot(this, work);
        } finally {
            leave();
        }
    }

    EntityManager newManager() {
        if (factory == null) {
            throw new IllegalStateException("This template has no persistence unit, only a connection");
        }
        return factory.createEntityManager();
    }

    private <T> T run(boolean readOnly, Work<T> work) {
        enter();
        try {
            return joined.call(this, readOnly, work);
        } finally {
            leave();
        }
    }

    private synchronized void enter() {
        if (closed && !joined.isUsing(this)) {
            throw new Problem(
                    Problem.Kind.UNAVAILABLE,
                    Text.of("该模块正在更新,请稍后重试", "This module is being updated, please try again"));
        }
        running++;
    }

    private synchronized void leave() {
        running--;
        notifyAll();
    }

    /** Lets transactions under way end, then closes the unit. */
    @Override
    public void close() {
        drain();
        if (factory != null) {
            factory.close();
        }
    }

    private synchronized void drain() {
        closed = true;
        long end = System.nanoTime() + DRAIN_NANOS;
        try {
            for (long left = DRAIN_NANOS; running > 0 && left > 0; left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
