package org.gridloom.platform.persistence.internal.db;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The one place that knows one database from another. */
public enum Dialect {
    H2("org.eclipse.persistence.platform.database.H2Platform") {
        @Override
        DataSource source(DatabaseSettings settings) {
            JdbcDataSource source = new JdbcDataSource();
            // Each commit reaches the disk; the pool closes the file, not the JVM before it; no log of errors with row
            // values.
            source.setURL(with(
                    settings.url(),
                    ";",
                    ";",
                    "WRITE_DELAY=0",
                    "DB_CLOSE_ON_EXIT=FALSE",
                    "LOCK_TIMEOUT=10000",
                    "TRACE_LEVEL_FILE=0"));
            source.setUser(settings.user() == null ? "" : settings.user());
            source.setPassword(settings.password() == null ? "" : settings.password());
            return source;
        }

        /** One process has the file, and migrates on one thread: a lock found in it is of a killed start. */
        @Override
        public void lockMigrations(Connection connection) {}

        @Override
        public void unlockMigrations(Connection connection) {}

        @Override
        void recover(Connection connection, int poolSize) throws SQLException {
            H2Leftovers.takeBack(connection);
            new H2Sequences(connection, poolSize).moveOn();
        }

        @Override
        DataSource pooled(DatabaseSettings settings) {
            return new H2Commits().of(source(settings));
        }
    },

    POSTGRESQL("org.eclipse.persistence.platform.database.PostgreSQLPlatform") {
        @Override
        DataSource source(DatabaseSettings settings) {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setURL(with(
                    settings.url(),
                    "?",
                    "&",
                    "reWriteBatchedInserts=true",
                    "tcpKeepAlive=true",
                    "connectTimeout=5",
                    "ApplicationName=gridloom"));
            if (settings.user() != null) {
                source.setUser(settings.user());
            }
            if (settings.password() != null) {
                source.setPassword(settings.password());
            }
            return source;
        }

        /** Other nodes wait here; the lock ends with the connection, however that ends. */
        @Override
        public void lockMigrations(Connection connection) throws SQLException {
            execute(connection, "select pg_advisory_lock(" + MIGRATION_LOCK + ")");
        }

        @Override
        public void unlockMigrations(Connection connection) throws SQLException {
            execute(connection, "select pg_advisory_unlock(" + MIGRATION_LOCK + ")");
        }

        /** Its log is written in order: a number is never less durable than the row that has it. */
        @Override
        void recover(Connection connection, int poolSize) {}
    };

    /** "gridloom". */
    public static final long MIGRATION_LOCK = 0x677269646c6f6f6dL;

    private final String eclipseLinkPlatform;

    Dialect(String eclipseLinkPlatform) {
        this.eclipseLinkPlatform = eclipseLinkPlatform;
    }

    public static Dialect of(String url) {
        if (url.startsWith("jdbc:h2:")) {
            return H2;
        }
        if (url.startsWith("jdbc:postgresql:")) {
            return POSTGRESQL;
        }
        throw new IllegalArgumentException("GRIDLOOM_DB_URL must begin with jdbc:postgresql: or jdbc:h2:");
    }

    static String fileUrl(Path file) {
        return "jdbc:h2:file:" + file;
    }

    /** Class name of EclipseLink's platform. */
    public String eclipseLinkPlatform() {
        return eclipseLinkPlatform;
    }

    /** New connections, without a pool. */
    abstract DataSource source(DatabaseSettings settings);

    /** New connections for a pool. */
    DataSource pooled(DatabaseSettings settings) {
        return source(settings);
    }

    /** Keeps other processes from migrating until {@link #unlockMigrations} or the connection's end. */
    public abstract void lockMigrations(Connection connection) throws SQLException;

    public abstract void unlockMigrations(Connection connection) throws SQLException;

    /** Puts right what a killed process left, before anything is written. */
    abstract void recover(Connection connection, int poolSize) throws SQLException;

    /** The address with those options that it does not set itself. */
    private static String with(String url, String first, String next, String... options) {
        StringBuilder result = new StringBuilder(url);
        for (String option : options) {
            String name = option.substring(0, option.indexOf('=') + 1);
            if (!url.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT))) {
                result.append(result.indexOf(first) < 0 ? first : next).append(option);
            }
        }
        return result.toString();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
