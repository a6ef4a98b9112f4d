package org.gridloom.platform.privacy.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.gridloom.platform.tx.Sql;
import org.gridloom.platform.tx.Tx;

/** Who looked at a person's data, from the audit trail. */
final class Looks {

    static final String REVEALED = "privacy.data.revealed";
    static final String EXPORTED = "privacy.subject.exported";

    private static final int MOST = 1000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private Looks() {}

    /** The newest first, a thousand at most. */
    static List<Look> at(Tx tx, String subject) {
        return Sql.of(tx)
                .list(
                        Looks::look,
                        "select recorded_at, account, origin, request_id, after_json, reason from platform_audit"
                                + " where subject = ? and action in (?, ?) order by id desc fetch first " + MOST
                                + " rows only",
                        subject,
                        REVEALED,
                        EXPORTED);
    }

    private static Look look(ResultSet row) throws SQLException {
        return new Look(
                Sql.instant(row, "recorded_at"),
                row.getString("account"),
                row.getString("origin"),
                row.getString("request_id"),
                field(row.getString("after_json")),
                row.getString("reason"));
    }

    private static String field(String json) {
        try {
            return JSON.readTree(json).path("field").textValue();
        } catch (JsonProcessingException e) {
            return null; // somebody tampered with it, which audit:verify tells
        }
    }
}
