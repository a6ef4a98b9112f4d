package org.gridloom.platform.persistence.internal.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.gridloom.platform.persistence.PoolState;

/** The district's database behind a pool that heals when the database went away and came back. */
public final class Database implements AutoCloseable {

    private static final int ANSWER_SECONDS = 2;

    private final Dialect dialect;
    private final HikariDataSource pool;

    /** Does not connect yet. */
    public Database(DatabaseSettings settings) {
        dialect = Dialect.of(settings.url());
        HikariConfig config = new HikariConfig();
        config.setPoolName("gridloom");
        config.setDataSource(dialect.pooled(settings));
        config.setMaximumPoolSize(settings.poolSize());
        config.setAutoCommit(false);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setConnectionTimeout(TimeUnit.SECONDS.toMillis(10));
        config.setValidationTimeout(TimeUnit.SECONDS.toMillis(ANSWER_SECONDS));
        config.setKeepaliveTime(TimeUnit.MINUTES.toMillis(1));
        config.setInitializationFailTimeout(-1);
        pool = new HikariDataSource(config);
    }

    public Dialect dialect() {
        return dialect;
    }

    /** Connections of the pool, not in auto-commit mode. */
    public DataSource pool() {
        return pool;
    }

    /** The pool as it is now; empty before it was first used. */
    public PoolState state() {
        HikariPoolMXBean bean = pool.getHikariPoolMXBean();
        int size = pool.getMaximumPoolSize();
        return bean == null
                ? new PoolState(size, 0, 0, 0)
                : new PoolState(
                        size,
                        bean.getActiveConnections(),
                        bean.getIdleConnections(),
                        bean.getThreadsAwaitingConnection());
    }

    /** Waits for the database up to the pool's time-out. */
    public void check() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            if (!connection.isValid(ANSWER_SECONDS)) {
                throw new SQLException("no answer", "08006");
            }
        }
    }

    /** Puts right what a killed process left in it. To be called once, before anything is written. */
    public void recover() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            dialect.recover(connection, pool.getMaximumPoolSize());
            connection.commit();
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
