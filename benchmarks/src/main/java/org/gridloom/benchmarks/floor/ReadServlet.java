package org.gridloom.benchmarks.floor;

import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;

/**
 * The same rows as Gridloom's answers, by the plainest query there is. Lists come without a total, and figures are looked
 * up ready made ({@code floor_figure}, filled before): nothing is counted here.
 */
final class ReadServlet extends FloorServlet {

    private static final long serialVersionUID = 1L;
    private static final int SIZE = 50;
    private static final int MAX_GRAMS = 4;

    ReadServlet(DataSource pool) {
        super(pool);
    }

    @Override
    void serve(Connection connection, String account, HttpServletRequest request, HttpServletResponse response)
            throws SQLException, IOException {
        String[] path = request.getPathInfo().split("/");
        String which = path[1];
        String code = path.length > 2 ? path[2] : null;
        try (JsonGenerator json = json(response)) {
            switch (which) {
                case "unit" -> one(connection, json, code);
                case "children" ->
                    page(
                            connection,
                            json,
                            " and u.code >= ? and u.code < ? and u.level_code = ?",
                            Units.prefix(code),
                            Units.prefix(code) + "z",
                            Units.levelBelow(code));
                case "subtree" ->
                    page(
                            connection,
                            json,
                            " and u.code >= ? and u.code < ?",
                            Units.prefix(code),
                            Units.prefix(code) + "z");
                case "ancestors" -> {
                    List<String> above = Units.above(code);
                    String marks = String.join(", ", Collections.nCopies(above.size(), "?"));
                    list(connection, json, " and u.code in (" + marks + ")", above.toArray(String[]::new));
                }
                case "search" -> search(connection, json, request.getParameter("q"));
                case "figures" -> figures(connection, json, code);
                default -> response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            }
        }
    }

    private static void one(Connection connection, JsonGenerator json, String code) throws SQLException, IOException {
        query(connection, json, " and u.code = ?", code);
    }

    private static void page(Connection connection, JsonGenerator json, String conditions, String... values)
            throws SQLException, IOException {
        json.writeStartObject();
        json.writeFieldName("items");
        list(connection, json, conditions, values);
        json.writeNumberField("page", 0);
        json.writeNumberField("size", SIZE);
        json.writeEndObject();
    }

    private static void list(Connection connection, JsonGenerator json, String conditions, String... values)
            throws SQLException, IOException {
        json.writeStartArray();
        query(connection, json, conditions + " order by u.code limit " + SIZE, values);
        json.writeEndArray();
    }

    private static void query(Connection connection, JsonGenerator json, String conditions, String... values)
            throws SQLException, IOException {
        try (PreparedStatement select =
                connection.prepareStatement("select " + Units.COLUMNS + Units.FROM + conditions)) {
            for (int i = 0; i < values.length; i++) {
                select.setString(i + 1, values[i]);
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Units.write(rows, json);
                }
            }
        }
    }

    /** By pairs of characters, as the search's own table has them. */
    private static void search(Connection connection, JsonGenerator json, String text)
            throws SQLException, IOException {
        StringBuilder conditions = new StringBuilder();
        List<String> values = new ArrayList<>();
        for (int i = 0; i + 1 < text.length() && i < MAX_GRAMS; i++) {
            conditions.append(" and u.code in (select unit_code from organization_unit_gram where gram = ?)");
            values.add(text.substring(i, i + 2));
        }
        conditions.append(" and d.name_key like ?");
        values.add("%" + text + "%");
        page(connection, json, conditions.toString(), values.toArray(String[]::new));
    }

    private static void figures(Connection connection, JsonGenerator json, String code)
            throws SQLException, IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("items");
        try (PreparedStatement select = connection.prepareStatement(
                "select code, name, value, unit, as_of, definition, drill_down from floor_figure"
                        + " where scope = ? order by ordinal")) {
            select.setString(1, code);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    json.writeStartObject();
                    json.writeStringField("code", rows.getString(1));
                    json.writeStringField("name", rows.getString(2));
                    json.writeNumberField("value", rows.getLong(3));
                    json.writeStringField("unit", rows.getString(4));
                    json.writeStringField("scope", code);
                    json.writeStringField("asOf", rows.getString(5));
                    json.writeStringField("definition", rows.getString(6));
                    json.writeStringField("drillDown", rows.getString(7));
                    json.writeEndObject();
                }
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
