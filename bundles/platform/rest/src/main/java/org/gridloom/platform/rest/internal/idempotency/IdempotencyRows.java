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
import java.util.Set;
import org.gridloom.platform.rest.internal.json.JsonMappers;
import org.gridloom.platform.tx.Tx;

/** Table {@code platform_idempotency}, through the transaction's own connection. */
final class IdempotencyRows {

    private static final String UNIQUE_KEY = "23505";

    /** Another node's row of this key is not committed yet: statement cancelled, lock time-out, concurrent update. */
    private static final Set<String> LOCKED = Set.of("57014", "HYT00", "55P03", "90131", "40001");

    private static final int SECONDS_TO_WAIT = 2;

    private final Connection connection;

    private IdempotencyRows(Connection connection) {
        this.connection = connection;
    }

    static IdempotencyRows of(Tx tx) {
        return new IdempotencyRows(tx.connection());
    }

    /** @throws KeyTaken if there is a row of the key */
    void begin(RequestKey key, String route, String digest, Instant now) {
        String sql = "insert into platform_idempotency"
                + " (account, request_key, route, body_digest, created_at) values (?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setQueryTimeout(SECONDS_TO_WAIT);
            insert.setString(1, key.account());
            insert.setString(2, key.key());
            insert.setString(3, route);
            insert.setString(4, digest);
            insert.setObject(5, at(now));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw reason(e);
        }
    }

    void answer(RequestKey key, int status, Map<String, String> headers, byte[] body) {
        String sql = "update platform_idempotency set status = ?, headers = ?, body = ?"
                + " where account = ? and request_key = ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setInt(1, status);
            update.setString(2, JsonMappers.plain().writeValueAsString(headers));
            update.setBytes(3, body);
            update.setString(4, key.account());
            update.setString(5, key.key());
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
            select.setString(2, key.key());
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
            delete.setString(2, key.key());
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

    private static RuntimeException reason(SQLException e) {
        if (UNIQUE_KEY.equals(e.getSQLState())) {
            return new KeyTaken();
        }
        return LOCKED.contains(e.getSQLState()) ? IdempotentRequests.stillRunning() : new IllegalStateException(e);
    }
}
