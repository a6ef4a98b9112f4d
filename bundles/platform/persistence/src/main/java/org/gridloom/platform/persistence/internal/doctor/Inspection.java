package org.gridloom.platform.persistence.internal.doctor;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** What the doctor wants to know of a database, asked as the product has it. */
interface Inspection {

    /**
     * Transactions that are open for long.
     *
     * @param oldestSeconds since when the oldest is
     * @param client name of the program that has it, empty if it does not say
     */
    record LongOnes(long count, long oldestSeconds, String client) {}

    /** Connections of all clients, and how many the server takes. */
    record Connections(long used, long most) {}

    static Inspection of(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("H2")
                ? new H2Inspection(connection)
                : new PostgresInspection(connection);
    }

    /** What the database takes for now. */
    Instant now() throws SQLException;

    LongOnes openFor(long seconds) throws SQLException;

    /** Bytes of the database, empty where it does not say. */
    Optional<Long> bytes() throws SQLException;

    /** Empty for a database within this process. */
    Optional<Connections> connections() throws SQLException;

    /** Its folder, if it is on this machine and says so; empty for one in the data folder. */
    Optional<Path> folder() throws SQLException;

    /** Whether it is a program of its own on this machine. */
    boolean isBeside() throws SQLException;

    /** Whether its files lie somewhere else than in the data folder. */
    boolean isElsewhere();

    /** Who holds the lock on migrations and since how many seconds; empty if nobody does. */
    Optional<LongOnes> migrating(long lock) throws SQLException;
}
