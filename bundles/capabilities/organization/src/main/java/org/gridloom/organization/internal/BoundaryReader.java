package org.gridloom.organization.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;

/** Checks GeoJSON geometries (RFC 7946) that are to be a unit's boundary. */
final class BoundaryReader {

    /** Width of the column. */
    private static final int MAX_CHARACTERS = 1_000_000;

    private static final int RING_POSITIONS = 4;
    private static final ObjectMapper JSON = new ObjectMapper();

    private BoundaryReader() {}

    /** The geometry, written compactly. */
    static String checked(String geoJson) {
        if (geoJson == null || geoJson.length() > MAX_CHARACTERS) {
            throw wrong("geometry", Text.of("应有内容且不超过 %d 字符", "Must have 1 to %d characters", MAX_CHARACTERS));
        }
        JsonNode geometry = parsed(geoJson);
        JsonNode coordinates = geometry.path("coordinates");
        switch (geometry.path("type").asText()) {
            case "Polygon" -> polygon("coordinates", coordinates);
            case "MultiPolygon" -> {
                parts("coordinates", coordinates, 1);
                for (int i = 0; i < coordinates.size(); i++) {
                    polygon("coordinates[" + i + "]", coordinates.get(i));
                }
            }
            default -> throw wrong("type", Text.of("应为 Polygon 或 MultiPolygon", "Must be Polygon or MultiPolygon"));
        }
        return JSON.createObjectNode()
                .put("type", geometry.path("type").asText())
                .set("coordinates", coordinates)
                .toString();
    }

    private static JsonNode parsed(String geoJson) {
        try {
            return JSON.readTree(geoJson);
        } catch (JsonProcessingException malformed) {
            throw wrong(
                    "geometry",
                    Text.of(
                            "不是有效的 JSON(第 %d 行第 %d 列)",
                            "Is no valid JSON (line %d, column %d)",
                            malformed.getLocation().getLineNr(),
                            malformed.getLocation().getColumnNr()));
        }
    }

    private static void polygon(String path, JsonNode rings) {
        parts(path, rings, 1);
        for (int i = 0; i < rings.size(); i++) {
            ring(path + "[" + i + "]", rings.get(i));
        }
    }

    private static void ring(String path, JsonNode positions) {
        parts(path, positions, RING_POSITIONS);
        for (int i = 0; i < positions.size(); i++) {
            position(path + "[" + i + "]", positions.get(i));
        }
        if (!positions.get(0).equals(positions.get(positions.size() - 1))) {
            throw wrong(path, Text.of("首尾坐标应相同", "The first and the last position must be the same"));
        }
    }

    private static void position(String path, JsonNode position) {
        parts(path, position, 2);
        within(path + "[0]", position.get(0), 180, Text.of("经度应在 -180 至 180", "Longitude must be -180 to 180"));
        within(path + "[1]", position.get(1), 90, Text.of("纬度应在 -90 至 90", "Latitude must be -90 to 90"));
    }

    private static void within(String path, JsonNode number, double limit, Text rule) {
        if (!number.isNumber() || Math.abs(number.asDouble()) > limit) {
            throw wrong(path, rule);
        }
    }

    private static void parts(String path, JsonNode array, int least) {
        if (!array.isArray() || array.size() < least) {
            throw wrong(path, Text.of("应为至少 %d 项的数组", "Must be an array of %d or more", least));
        }
    }

    private static Problem wrong(String path, Text rule) {
        return Problem.invalid(path, rule);
    }
}
