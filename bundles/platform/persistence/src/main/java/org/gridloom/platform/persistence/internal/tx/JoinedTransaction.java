package org.gridloom.platform.persistence.internal.tx;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gridloom.platform.count.CountChange;
import org.gridloom.platform.count.CountQuery;
import org.gridloom.platform.persistence.internal.count.CountRows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A transaction under way: one connection, an entity manager for each unit that joined, what is to be recorded. */
final class JoinedTransaction implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JoinedTransaction.class);

    /** H2's number for it; JDBC has none. */
    private static final int H2_SNAPSHOT = 6;

    private final Connection connection;
    private final Connection shared;
    private final boolean readOnly;
    private final Records records;
    private final CountRows counts = new CountRows();
    private final Map<UnitTransactions, EntityManager> managers = new LinkedHashMap<>();
    private RuntimeException failure;
    private boolean frozen;
    private int depth;
    private boolean over;

    JoinedTransaction(Connection connection, boolean readOnly, Records records) throws SQLException {
        this.connection = connection;
        this.readOnly = readOnly;
        this.records = records;
        shared = JoinedConnection.of(this, connection);
        connection.setReadOnly(readOnly);
    }

    /** From now on all is read of one moment, which the first statement fixes. */
    void freeze() throws SQLException {
        boolean isH2 = connection.getMetaData().getDatabaseProductName().equals("H2");
        connection.setTransactionIsolation(isH2 ? H2_SNAPSHOT : Connection.TRANSACTION_REPEATABLE_READ);
        frozen = true;
    }

    boolean isFrozen() {
        return frozen;
    }

    /** A call joins. */
    void enter() {
        depth++;
    }

    /** A call that joined ends. Whoever reads a whole list part by part does not keep the parts. */
    void leave() {
        depth--;
        if (depth == 0 && frozen) {
            managers.values().forEach(EntityManager::clear);
        }
    }

    boolean isReadOnly() {
        return readOnly;
    }

    boolean isOver() {
        return over;
    }

    Connection shared() {
        return shared;
    }

    Records records() {
        return records;
    }

    void count(CountChange change) {
        checkOpen();
        counts.add(shared, change);
    }

    Map<String, Long> counted(CountQuery query) {
        checkOpen();
        return counts.sums(shared, query);
    }

    boolean uses(UnitTransactions unit) {
        return managers.containsKey(unit);
    }

    EntityManager manager(UnitTransactions unit) {
        checkOpen();
        return managers.computeIfAbsent(unit, u -> {
            EntityManager manager = u.newManager();
            if (!readOnly) {
                manager.getTransaction().begin();
            }
            return manager;
        });
    }

    /** The connection, after everything pending was sent to it. */
    Connection connection() {
        checkOpen();
        if (!readOnly) {
            managers.values().forEach(EntityManager::flush);
            records.write(shared);
        }
        return shared;
    }

    /** From now on it can only roll back. The first failure is the one that comes out. */
    void fail(RuntimeException e) {
        if (failure == null) {
            failure = e;
        }
    }

    void commit() throws SQLException {
        if (failure != null) {
            throw failure;
        }
        if (!readOnly) {
            // Sends what is pending; the connection they share leaves the commit to us.
            managers.values().forEach(manager -> manager.getTransaction().commit());
            records.write(shared);
            counts.write(shared);
            connection.commit();
        }
        over = true;
    }

    /** Rolls back what was not committed and leaves nothing open. */
    @Override
    public void close() {
        try {
            if (!over) {
                over = true;
                connection.rollback();
            }
        } catch (SQLException e) {
            LOG.debug("Rolled back by the database itself, SQLState {}", e.getSQLState());
        } finally {
            closeAll();
        }
    }

    private void closeAll() {
        for (EntityManager manager : managers.values()) {
            try {
                if (manager.getTransaction().isActive()) {
                    manager.getTransaction().rollback();
                }
                manager.close();
            } catch (RuntimeException e) {
                LOG.debug(
                        "An entity manager did not close in order: {}",
                        e.getClass().getName());
            }
        }
        managers.clear();
        try {
            if (frozen) {
                connection.rollback();
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
            connection.close();
        } catch (SQLException e) {
            LOG.debug("A connection did not close in order, SQLState {}", e.getSQLState());
        }
    }

    private void checkOpen() {
        if (over) {
            throw new IllegalStateException("The transaction is over");
        }
    }
}
