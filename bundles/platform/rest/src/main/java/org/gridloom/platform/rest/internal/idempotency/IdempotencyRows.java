package org.gridloom.platform.rest.internal.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.gridloom.platform.rest.internal.json.JsonMappers;
import org.gridloom.platform.tx.Tx;

/** Table {@code platform_idempotency}, through the transaction's own connection. */
final class IdempotencyRows {

    private static final String UNIQUE_KEY = "23505";

    /** As long as H2 waits for a lock. */
    private static final int SECONDS_TO_WAIT = 10;

    private final Connection connection;

    private IdempotencyRows(Connection connection) {
        this.connection = connection;
    }

    static IdempotencyRows of(Tx tx) {
        return new IdempotencyRows(tx.connection());
    }

    /**
     * Waits while another node serves a request with the key. What else a time-out may mean, the database cannot tell: the
     * transaction ends as one of a busy database.
     *
     * @throws KeyTaken if there is a row of the key
     */
    void begin(RequestKey key, String route, String digest, Instant now) {
        String sql = "insert into platform_idempotency"
                + " (account, request_key, route, body_digest, created_at) values (?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, key.account());
            insert.setString(2, key.stored());
            insert.setString(3, route);
            insert.setString(4, digest);
            insert.setObject(5, at(now));
            executeInTime(insert);
        } catch (SQLException e) {
            throw UNIQUE_KEY.equals(e.getSQLState()) ? new KeyTaken() : new IllegalStateException(e);
        }
    }

    /** H2 keeps the time-out of a statement for all later ones of the connection, which goes back to the pool. */
    private static void executeInTime(PreparedStatement statement) throws SQLException {
        int otherwise = statement.getQueryTimeout();
        statement.setQueryTimeout(SECONDS_TO_WAIT);
        try {
            statement.executeUpdate();
        } catch (SQLException e) {
            try {
                statement.setQueryTimeout(otherwise);
            } catch (SQLException closed) {
                // The pool gives up a connection after some time-outs; what is to be known is that it was one.
                e.addSuppressed(closed);
            }
            throw e;
        }
        statement.setQueryTimeout(otherwise);
    }

    void answer(RequestKey key, int status, Map<String, String> headers, byte[] body) {
        String sql = "update platform_idempotency set status = ?, headers = ?, body = ?"
                + " where account = ? and request_key = ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setInt(1, status);
            update.setString(2, JsonMappers.plain().writeValueAsString(headers));
            update.setBytes(3, body);
            update.setString(4, key.account());
            update.setString(5, key.stored());
            update.executeUpdate();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    Optional<KeptAnswer> find(RequestKey key) {
        String sql = "select body_digest, status, headers, body, created_at from platform_idempotency"
                + " where account = ? and request_key = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, key.account());
            select.setString(2, key.stored());
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(read(rows)) : Optional.empty();
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    void forget(RequestKey key) {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from platform_idempotency where account = ? and request_key = ?")) {
            delete.setString(1, key.account());
            delete.setString(2, key.stored());
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    int forgetOlderThan(Instant limit) {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from platform_idempotency where created_at < ?")) {
            delete.setObject(1, at(limit));
            return delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeptAnswer read(ResultSet row) throws SQLException, JsonProcessingException {
        return new KeptAnswer(
                row.getString(1),
                row.getInt(2),
                JsonMappers.plain().readValue(row.getString(3), new TypeReference<Map<String, String>>() {}),
                row.getBytes(4),
                row.getObject(5, OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
