package org.gridloom.platform.tx;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Statements in portable SQL, where entities would only be in the way. Values are bound in their order; an
 * {@link Instant} as exact as every database keeps it, a collection as an array of words, for {@code unnest(cast(? as
 * varchar array))}. What the database refuses comes out as the cause of an
 * {@link IllegalStateException}, of which the transaction makes the answer that the user gets.
 *
 * @param connection a transaction's own
 */
public record Sql(Connection connection) {

    /** Makes something of a row. */
    @FunctionalInterface
    public interface Row<T> {

        T of(ResultSet row) throws SQLException;
    }

    public static Sql of(Tx tx) {
        return new Sql(tx.connection());
    }

    /** @return how many rows it changed */
    public int update(String sql, Object... values) {
        try (PreparedStatement statement = prepare(sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All rows at once: for results that are known to be small. */
    public <T> List<T> list(Row<T> make, String sql, Object... values) {
        try (PreparedStatement statement = prepare(sql, values);
                ResultSet row = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (row.next()) {
                found.add(make.of(row));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public <T> Optional<T> first(Row<T> make, String sql, Object... values) {
        return list(make, sql, values).stream().findFirst();
    }

    /** What a statement counts. */
    public long count(String sql, Object... values) {
        return first(row -> row.getLong(1), sql, values).orElse(0L);
    }

    /** The time in a column; null where it has none. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return instant(row.getObject(column, OffsetDateTime.class));
    }

    /** @param column its number, from 1 */
    public static Instant instant(ResultSet row, int column) throws SQLException {
        return instant(row.getObject(column, OffsetDateTime.class));
    }

    /** As exact as every database keeps it, so that what is answered at once is what is read later; null for null. */
    public static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private PreparedStatement prepare(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, bound(values[i]));
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private Object bound(Object value) throws SQLException {
        if (value instanceof Collection<?> words) {
            return connection.createArrayOf("varchar", words.toArray());
        }
        return value instanceof Instant instant ? time(instant) : value;
    }
}
