package org.gridloom.platform.events.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.tx.Transactions;

/** Reads pages of recorded rows, newest first unless asked otherwise. */
final class RecordReader {

    /** What lists can be sorted by. */
    static final Set<String> SORTABLE = Set.of("at");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    /** Makes a record of a row. */
    interface Mapper<T> {
        T of(ResultSet row) throws SQLException;
    }

    private final Transactions transactions;

    RecordReader(Transactions transactions) {
        this.transactions = transactions;
    }

    <T> Page<T> page(String columns, String table, Conditions conditions, PageQuery query, Mapper<T> mapper) {
        return transactions.read(tx -> {
            try {
                List<T> rows = rows(tx.connection(), columns, table, conditions, query, mapper);
                return Page.of(rows, query, () -> total(tx.connection(), table, conditions));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static long total(Connection connection, String table, Conditions conditions) {
        try (PreparedStatement count =
                connection.prepareStatement("select count(*) from " + table + conditions.sql())) {
            conditions.bind(count);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> List<T> rows(
            Connection connection,
            String columns,
            String table,
            Conditions conditions,
            PageQuery query,
            Mapper<T> mapper)
            throws SQLException {
        String sql = "select " + columns + " from " + table + conditions.sql() + order(query) + " offset "
                + query.offset() + " rows fetch next " + query.size() + " rows only";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            conditions.bind(select);
            try (ResultSet row = select.executeQuery()) {
                List<T> records = new ArrayList<>();
                while (row.next()) {
                    records.add(mapper.of(row));
                }
                return records;
            }
        }
    }

    private static String order(PageQuery query) {
        if (query.sort().isEmpty()) {
            return " order by id desc";
        }
        return query.sort().get(0).startsWith("-")
                ? " order by recorded_at desc, id desc"
                : " order by recorded_at, id";
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Long position(ResultSet row) throws SQLException {
        long position = row.getLong("position");
        return row.wasNull() ? null : position;
    }

    static Map<String, Object> json(String text) {
        try {
            return JSON.readValue(text, MAP);
        } catch (JsonProcessingException e) {
            // Somebody tampered with it; audit:verify tells so.
            return Map.of("unreadable", text);
        }
    }
}
