package org.gridloom.platform.persistence.internal.doctor;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** H2, within this process. */
record H2Inspection(Connection connection) implements Inspection {

    private static final String OPEN = """
            select count(*), max(datediff(second, coalesce(executing_statement_start, sleep_since), current_timestamp))
            from information_schema.sessions where contains_uncommitted and session_id <> session_id()
              and datediff(second, coalesce(executing_statement_start, sleep_since), current_timestamp) > ?""";

    @Override
    public Instant now() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select current_timestamp")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    @Override
    public LongOnes openFor(long seconds) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OPEN)) {
            select.setLong(1, seconds);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new LongOnes(row.getLong(1), row.getLong(2), "");
            }
        }
    }

    /** Its file is part of the data folder, whose space is looked at as a whole. */
    @Override
    public Optional<Long> bytes() {
        return Optional.empty();
    }

    @Override
    public Optional<Connections> connections() {
        return Optional.empty();
    }

    @Override
    public Optional<Path> folder() {
        return Optional.empty();
    }

    @Override
    public boolean isBeside() {
        return false;
    }

    @Override
    public boolean isElsewhere() {
        return false;
    }

    @Override
    public Optional<LongOnes> migrating(long lock) {
        return Optional.empty();
    }
}
