package org.gridloom.platform.privacy.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.tx.Sql;
import org.gridloom.platform.tx.Tx;

/** Who looked at a person's data, from the audit trail. */
final class Looks {

    static final String REVEALED = "privacy.data.revealed";
    static final String EXPORTED = "privacy.subject.exported";

    private static final String SELECT = "select recorded_at, account, origin, request_id, after_json, reason";
    private static final String FROM = " from platform_audit where subject = ? and action in (?, ?)";
    private static final String ORDER = " order by id desc";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Looks() {}

    /** All of them, the newest first. */
    static List<Look> all(Tx tx, String subject) {
        return Sql.of(tx).list(Looks::look, SELECT + FROM + ORDER, subject, REVEALED, EXPORTED);
    }

    static Page<Look> page(Tx tx, String subject, PageQuery page) {
        Sql sql = Sql.of(tx);
        List<Look> looks = sql.list(
                Looks::look,
                SELECT + FROM + ORDER + " offset " + page.offset() + " rows fetch next " + page.size() + " rows only",
                subject,
                REVEALED,
                EXPORTED);
        return Page.of(
                looks,
                page,
                () -> sql.first(row -> row.getLong(1), "select count(*)" + FROM, subject, REVEALED, EXPORTED)
                        .orElseThrow());
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
