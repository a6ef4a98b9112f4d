package org.gridloom.benchmarks.district;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.gridloom.itests.harness.Database;
import org.gridloom.platform.testkit.PostgresServer;

/** One PostgreSQL server for both sides, with a database for each. */
public final class Postgres implements AutoCloseable {

    private final PostgresServer server = PostgresServer.start();

    public String url(String database) {
        return server.url(database);
    }

    public Database create(String database) {
        server.create(database);
        return existing(database);
    }

    /** A copy of a database that nobody is connected to. */
    public Database copy(String from, String to) throws SQLException {
        server.drop(to);
        execute("postgres", "create database " + to + " template " + from);
        return existing(to);
    }

    private Database existing(String database) {
        return new Named(Map.of(
                "GRIDLOOM_DB_URL", url(database), "GRIDLOOM_DB_USER", PostgresServer.USER, "GRIDLOOM_DB_PASSWORD", ""));
    }

    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), PostgresServer.USER, "");
    }

    public void execute(String database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        server.close();
    }

    private record Named(Map<String, String> environment) implements Database {

        @Override
        public boolean isServer() {
            return true;
        }

        @Override
        public void killAndRestart() {
            throw new UnsupportedOperationException("Not here");
        }

        @Override
        public void close() {
            // Goes with its server.
        }
    }
}
