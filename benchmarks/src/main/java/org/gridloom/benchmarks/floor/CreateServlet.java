package org.gridloom.benchmarks.floor;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import javax.sql.DataSource;

/** A new unit, once for each Idempotency-Key: the rows that Gridloom's POST writes, in one transaction. */
final class CreateServlet extends FloorServlet {

    private static final long serialVersionUID = 1L;

    CreateServlet(DataSource pool) {
        super(pool);
    }

    @Override
    void serve(Connection connection, String account, HttpServletRequest request, HttpServletResponse response)
            throws SQLException, IOException {
        byte[] content = request.getInputStream().readAllBytes();
        JsonNode body = JSON.readTree(content);
        String key = request.getHeader("Idempotency-Key");
        connection.setAutoCommit(false);
        Writing.run(
                connection,
                "insert into platform_idempotency (account, request_key, route, body_digest, created_at)"
                        + " values (?, ?, ?, ?, ?)",
                account,
                key,
                "POST /api/organization/units",
                hash(content),
                OffsetDateTime.now());
        byte[] answer = create(connection, account, body);
        Writing.run(
                connection,
                "update platform_idempotency set status = ?, headers = ?, body = ? where account = ? and request_key = ?",
                HttpServletResponse.SC_CREATED,
                "{}",
                answer,
                account,
                key);
        connection.commit();
        response.setStatus(HttpServletResponse.SC_CREATED);
        response.getOutputStream().write(answer);
    }

    private static byte[] create(Connection connection, String account, JsonNode body)
            throws SQLException, IOException {
        String code = body.get("code").textValue();
        String name = body.get("name").textValue();
        Date today = Date.valueOf(LocalDate.now());
        Writing.lock(connection, body.get("parent").textValue());
        Writing.run(
                connection,
                "insert into organization_unit (code, level_code, kind_code, valid_from, version) values (?, ?, ?, ?, 1)",
                code,
                Units.level(code),
                "basic",
                today);
        Writing.run(
                connection,
                "insert into organization_unit_detail (unit_code, valid_from, name, name_key) values (?, ?, ?, ?)",
                code,
                today,
                name,
                name);
        Writing.index(connection, code, name);
        Writing.record(
                connection,
                account,
                "organization.unit.created",
                code,
                "{}",
                JSON.writeValueAsString(Map.of("name", name, "validFrom", today.toString())),
                JSON.writeValueAsString(Map.of("codes", new String[] {code})));
        return JSON.writeValueAsBytes(Map.of("code", code, "name", name, "parent", body.get("parent"), "version", 1));
    }
}
