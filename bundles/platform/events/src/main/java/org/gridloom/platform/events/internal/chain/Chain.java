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

/**
 * A table whose committed rows form a chain: each row's hash covers what it says and the hash of the row before it. The
 * hash is SHA-256 over the JSON array of the previous hash and the columns below, in this order, as text; times as ISO
 * instants, JSON columns as they are stored, null as null.
 */
public enum Chain {
    AUDIT(
            "platform_audit",
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

    Chain(String table, String... columns) {
        this.table = table;
        this.columns = List.of(columns);
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
        return String.join(", ", columns);
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
        return fields;
    }

    String hash(String previous, ResultSet row) throws SQLException {
        List<String> covered = new ArrayList<>(columns.size() + 1);
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
