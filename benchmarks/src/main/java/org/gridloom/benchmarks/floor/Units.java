package org.gridloom.benchmarks.floor;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Rows of units, as Gridloom's tables have them and its answers show them. */
final class Units {

    static final String COLUMNS = "u.code, d.name, u.level_code, u.kind_code, u.valid_from, u.valid_to,"
            + " d.households, d.residents, d.extent, d.note, u.version";
    static final String FROM = " from organization_unit u join organization_unit_detail d on d.unit_code = u.code"
            + " and d.valid_from <= current_date and (d.valid_to is null or d.valid_to > current_date)"
            + " where u.valid_from <= current_date and (u.valid_to is null or u.valid_to > current_date)";

    static final String ROOT = "0";

    private static final List<Integer> LENGTHS = List.of(1, 2, 4, 6, 9, 12, 15);
    private static final Map<Integer, String> LEVELS =
            Map.of(1, "country", 2, "province", 4, "city", 6, "district", 9, "street", 12, "community", 15, "grid");

    private Units() {}

    static String prefix(String code) {
        return code.equals(ROOT) ? "" : code;
    }

    static String levelBelow(String code) {
        return LEVELS.get(LENGTHS.get(LENGTHS.indexOf(code.length()) + 1));
    }

    static String level(String code) {
        return LEVELS.get(code.length());
    }

    static String parent(String code) {
        int place = LENGTHS.indexOf(code.length());
        return place == 0 ? null : place == 1 ? ROOT : code.substring(0, LENGTHS.get(place - 1));
    }

    static List<String> above(String code) {
        return LENGTHS.stream()
                .filter(length -> length < code.length())
                .map(length -> length == 1 ? ROOT : code.substring(0, length))
                .toList();
    }

    static void write(ResultSet row, JsonGenerator json) throws SQLException, IOException {
        String code = row.getString(1);
        json.writeStartObject();
        json.writeStringField("code", code);
        json.writeStringField("name", row.getString(2));
        json.writeStringField("level", row.getString(3));
        json.writeStringField("kind", row.getString(4));
        json.writeStringField("parent", parent(code));
        json.writeStringField("validFrom", row.getDate(5).toString());
        Date end = row.getDate(6);
        json.writeStringField("validTo", end == null ? null : end.toString());
        json.writeObjectField("households", row.getObject(7));
        json.writeObjectField("residents", row.getObject(8));
        json.writeStringField("extent", row.getString(9));
        json.writeStringField("note", row.getString(10));
        json.writeNumberField("version", row.getLong(11));
        json.writeEndObject();
    }
}
