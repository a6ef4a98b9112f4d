package org.gridloom.platform.events.internal.chain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table whose committed rows form a chain: each row's hash covers what it says and the hash of the row before it. The
 * hash is SHA-256 over the JSON array of the previous hash and the columns below, in this order, as text; times as ISO
 * instants, JSON columns as they are stored, null as null. A column that was added later is covered where it holds
 * something, and left out where it is null: so rows from before are hashed as they were, and nothing can be put into or
 * taken out of it unnoticed.
 */
public enum Chain {
    AUDIT(
            "platform_audit",
            List.of("address"),
            "id",
            "recorded_at",
            "account",
            "origin",
            "request_id",
            "action",
            "subject",
            "unit_code",
            "before_json",
            "after_json",
            "reason"),
    EVENT(
            "platform_event",
            List.of(),
            "id",
            "recorded_at",
            "account",
            "request_id",
            "name",
            "version",
            "aggregate",
            "unit_code",
            "payload");

    private static final String TIME = "recorded_at";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String table;
    private final List<String> columns;
    private final List<String> added;

    Chain(String table, List<String> added, String... columns) {
        this.table = table;
        this.columns = List.of(columns);
        this.added = added;
    }

    /** Key of the chain's end in platform_seal. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String table() {
        return table;
    }

    /** What the hash covers, as a select list. */
    public String columns() {
        return Stream.concat(columns.stream(), added.stream()).collect(Collectors.joining(", "));
    }

    /** What the hash covers, as text by column, in its order. */
    public Map<String, String> fields(ResultSet row) throws SQLException {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String column : columns) {
            fields.put(
                    column,
                    column.equals(TIME)
                            ? row.getObject(column, OffsetDateTime.class)
                                    .toInstant()
                                    .toString()
                            : row.getString(column));
        }
        for (String column : added) {
            String value = row.getString(column);
            if (value != null) {
                fields.put(column, value);
            }
        }
        return fields;
    }

    String hash(String previous, ResultSet row) throws SQLException {
        List<String> covered = new ArrayList<>();
        covered.add(previous);
        covered.addAll(fields(row).values());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(JSON.writeValueAsBytes(covered));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
