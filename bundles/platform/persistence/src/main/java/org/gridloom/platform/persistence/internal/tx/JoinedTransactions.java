package org.gridloom.platform.persistence.internal.tx;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.gridloom.platform.persistence.Indispensable;
import org.gridloom.platform.persistence.internal.readonly.WriteGate;
import org.gridloom.platform.security.Callers;
import org.gridloom.platform.tx.Transactions.Work;

/**
 * Transactions across persistence units on one connection a thread. The outermost call takes the connection, commits or
 * rolls back; calls within it join. Work is never done twice: it may have told others what it read, so a deadlock's
 * loser gets a refusal that says that trying again helps.
 */
public final class JoinedTransactions {

    private final DataSource pool;
    private final Callers callers;
    private final Clock clock;
    private final Runnable committed;
    private final Consumer<Throwable> failed;
    private final DataSource shared;
    private final ThreadLocal<JoinedTransaction> current = new ThreadLocal<>();
    private final WriteGate gate = new WriteGate();

    /**
     * @param committed called after each commit that may have written
     * @param failed gets what the database threw, words and all: for tests only
     */
    public JoinedTransactions(
            DataSource pool, Callers callers, Clock clock, Runnable committed, Consumer<Throwable> failed) {
        this.pool = pool;
        this.callers = callers;
        this.clock = clock;
        this.committed = committed;
        this.failed = failed;
        shared = new JoinedDataSource(pool, current::get);
    }

    /** The data source for the units' entity manager factories. */
    public DataSource shared() {
        return shared;
    }

    /** What whoever may write passes. */
    public WriteGate gate() {
        return gate;
    }

    boolean isUsing(UnitTransactions unit) {
        JoinedTransaction transaction = current.get();
        return transaction != null && transaction.uses(unit);
    }

    <T> T call(UnitTransactions unit, boolean readOnly, Work<T> work) {
        JoinedTransaction transaction = current.get();
        return transaction == null ? outermost(unit, readOnly, work) : join(transaction, unit, readOnly, work);
    }

    <T> T snapshot(UnitTransactions unit, Work<T> work) {
        JoinedTransaction transaction = current.get();
        if (transaction == null) {
            return outermost(unit, true, work, JoinedTransaction::freeze);
        }
        if (!transaction.isFrozen()) {
            throw new IllegalStateException("What is read of one moment cannot begin within another transaction");
        }
        return join(transaction, unit, true, work);
    }

    private <T> T outermost(UnitTransactions unit, boolean readOnly, Work<T> work) {
        if (readOnly || Indispensable.isUnderWay()) {
            return outermost(unit, readOnly, work, transaction -> {});
        }
        gate.enter();
        try {
            return outermost(unit, false, work, transaction -> gate.check(transaction.shared()));
        } finally {
            gate.leave();
        }
    }

    /** May refuse a transaction before any work, or prepare it. */
    private interface Admission {
        void check(JoinedTransaction transaction) throws SQLException;
    }

    private <T> T outermost(UnitTransactions unit, boolean readOnly, Work<T> work, Admission admission) {
        T result;
        try (JoinedTransaction transaction = begin(readOnly)) {
            admission.check(transaction);
            current.set(transaction);
            result = work.in(new UnitTx(transaction, unit, readOnly));
            transaction.commit();
        } catch (SQLException e) {
            throw clean(new IllegalStateException(e));
        } catch (RuntimeException e) {
            throw clean(e);
        } finally {
            current.remove();
        }
        if (!readOnly) {
            committed.run();
        }
        return result;
    }

    private <T> T join(JoinedTransaction transaction, UnitTransactions unit, boolean readOnly, Work<T> work) {
        if (transaction.isReadOnly() && !readOnly) {
            throw new IllegalStateException("A call that writes cannot join a transaction that only reads");
        }
        transaction.enter();
        try {
            return work.in(new UnitTx(transaction, unit, readOnly));
        } catch (RuntimeException e) {
            RuntimeException clean = clean(e);
            // A refused reading has changed nothing, unless the database itself failed under it.
            if (!readOnly || clean != e) {
                transaction.fail(clean);
            }
            throw clean;
        } catch (Error e) {
            transaction.fail(new IllegalStateException("An inner call ended in an error", e));
            throw e;
        } finally {
            transaction.leave();
        }
    }

    private JoinedTransaction begin(boolean readOnly) throws SQLException {
        Connection connection = pool.getConnection();
        try {
            return new JoinedTransaction(connection, readOnly, new Records(callers, clock));
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private RuntimeException clean(RuntimeException e) {
        RuntimeException clean = DatabaseErrors.clean(e);
        if (clean != e) {
            failed.accept(e);
        }
        return clean;
    }
}
