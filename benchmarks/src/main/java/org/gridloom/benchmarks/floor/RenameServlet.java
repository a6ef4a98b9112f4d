package org.gridloom.benchmarks.floor;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import javax.sql.DataSource;

/** A new name from today on, if the unit is as it was read: the rows that Gridloom's PATCH writes, in one transaction. */
final class RenameServlet extends FloorServlet {

    private static final long serialVersionUID = 1L;

    RenameServlet(DataSource pool) {
        super(pool);
    }

    @Override
    void serve(Connection connection, String account, HttpServletRequest request, HttpServletResponse response)
            throws SQLException, IOException {
        String code = request.getPathInfo().substring(1);
        JsonNode body = JSON.readTree(request.getInputStream());
        String name = body.get("name").textValue();
        long version = Long.parseLong(request.getHeader("If-Match").replace("\"", ""));
        connection.setAutoCommit(false);
        if (!rename(connection, account, code, name, version)) {
            connection.rollback();
            response.setStatus(HttpServletResponse.SC_PRECONDITION_FAILED);
            return;
        }
        connection.commit();
        response.setHeader("ETag", "\"" + (version + 1) + "\"");
        JSON.writeValue(response.getOutputStream(), Map.of("code", code, "name", name, "version", version + 1));
    }

    private static boolean rename(Connection connection, String account, String code, String name, long version)
            throws SQLException, IOException {
        Date today = Date.valueOf(LocalDate.now());
        String before;
        try (PreparedStatement select = connection.prepareStatement(
                "select u.version, d.name from organization_unit u join organization_unit_detail d"
                        + " on d.unit_code = u.code and d.valid_to is null where u.code = ? for update of u")) {
            select.setString(1, code);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next() || row.getLong(1) != version) {
                    return false;
                }
                before = row.getString(2);
            }
        }
        int amended = Writing.run(
                connection,
                "update organization_unit_detail set name = ?, name_key = ? where unit_code = ? and valid_from = ?",
                name,
                name,
                code,
                today);
        if (amended == 0) {
            Writing.run(
                    connection,
                    "update organization_unit_detail set valid_to = ? where unit_code = ? and valid_to is null",
                    today,
                    code);
            Writing.run(
                    connection,
                    "insert into organization_unit_detail (unit_code, valid_from, name, name_key) values (?, ?, ?, ?)",
                    code,
                    today,
                    name,
                    name);
        }
        Writing.index(connection, code, name);
        Writing.run(connection, "update organization_unit set version = version + 1 where code = ?", code);
        Writing.record(
                connection,
                account,
                "organization.unit.changed",
                code,
                JSON.writeValueAsString(Map.of("name", before)),
                JSON.writeValueAsString(Map.of("name", name)),
                JSON.writeValueAsString(
                        Map.of("code", code, "date", today.toString(), "fields", new String[] {"name"})));
        return true;
    }
}
