package org.gridloom.organization.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Checks GeoJSON geometries (RFC 7946) that are to be a unit's boundary. */
final class BoundaryReader {

    /** Width of the column. */
    static final int MAX_CHARACTERS = 1_000_000;

    private static final int RING_POSITIONS = 4;
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private BoundaryReader() {}

    /** The geometry, written compactly. */
    static String checked(String geoJson) {
        if (geoJson == null || geoJson.length() > MAX_CHARACTERS) {
            throw tooLong();
        }
        return checked(parsed(geoJson));
    }

    /** The geometry, to be compared with others. */
    static Geometry outline(String geoJson) {
        return outline(parsed(geoJson));
    }

    private static Geometry outline(JsonNode geometry) {
        JsonNode coordinates = geometry.path("coordinates");
        return switch (geometry.path("type").asText()) {
            case "Polygon" -> polygon("coordinates", coordinates);
            case "MultiPolygon" -> multiPolygon(coordinates);
            default -> throw wrong("type", Text.of("应为 Polygon 或 MultiPolygon", "Must be Polygon or MultiPolygon"));
        };
    }

    /** The geometry, written compactly. */
    static String checked(JsonNode geometry) {
        Geometry outline = outline(geometry);
        TopologyValidationError fault = new IsValidOp(outline).getValidationError();
        if (fault != null) {
            throw wrong("coordinates", shown(fault));
        }
        String written = GeoJson.JSON
                .createObjectNode()
                .put("type", geometry.path("type").asText())
                .set("coordinates", geometry.path("coordinates"))
                .toString();
        if (written.length() > MAX_CHARACTERS) {
            throw tooLong();
        }
        return written;
    }

    private static JsonNode parsed(String geoJson) {
        try {
            return GeoJson.whole(geoJson);
        } catch (JsonProcessingException malformed) {
            throw wrong("geometry", GeoJson.malformed(malformed));
        }
    }

    private static Geometry multiPolygon(JsonNode polygons) {
        parts("coordinates", polygons, 1);
        Polygon[] outlines = new Polygon[polygons.size()];
        for (int i = 0; i < outlines.length; i++) {
            outlines[i] = polygon("coordinates[" + i + "]", polygons.get(i));
        }
        return GEOMETRIES.createMultiPolygon(outlines);
    }

    private static Polygon polygon(String path, JsonNode rings) {
        parts(path, rings, 1);
        LinearRing[] outlines = new LinearRing[rings.size()];
        for (int i = 0; i < outlines.length; i++) {
            outlines[i] = ring(path + "[" + i + "]", rings.get(i));
        }
        return GEOMETRIES.createPolygon(outlines[0], Arrays.copyOfRange(outlines, 1, outlines.length));
    }

    private static LinearRing ring(String path, JsonNode positions) {
        parts(path, positions, RING_POSITIONS);
        Coordinate[] ring = new Coordinate[positions.size()];
        for (int i = 0; i < ring.length; i++) {
            ring[i] = position(path + "[" + i + "]", positions.get(i));
        }
        if (!ring[0].equals2D(ring[ring.length - 1])) {
            throw wrong(path, Text.of("首尾坐标应相同", "The first and the last position must be the same"));
        }
        return GEOMETRIES.createLinearRing(ring);
    }

    private static Coordinate position(String path, JsonNode position) {
        parts(path, position, 2);
        return new Coordinate(
                within(path + "[0]", position.get(0), 180, Text.of("经度应在 -180 至 180", "Longitude must be -180 to 180")),
                within(path + "[1]", position.get(1), 90, Text.of("纬度应在 -90 至 90", "Latitude must be -90 to 90")));
    }

    private static Text shown(TopologyValidationError fault) {
        Text what = switch (fault.getErrorType()) {
            case TopologyValidationError.SELF_INTERSECTION, TopologyValidationError.RING_SELF_INTERSECTION ->
                Text.of("边界自相交", "The outline crosses or touches itself");
            case TopologyValidationError.HOLE_OUTSIDE_SHELL -> Text.of("内环在外环之外", "A hole lies outside its outline");
            case TopologyValidationError.NESTED_HOLES -> Text.of("内环互相嵌套", "A hole lies within another");
            case TopologyValidationError.NESTED_SHELLS -> Text.of("多边形互相嵌套", "A polygon lies within another");
            case TopologyValidationError.DISCONNECTED_INTERIOR -> Text.of("内环把区域隔断", "Holes cut the area in pieces");
            default -> Text.of("边界不构成区域", "The outline encloses no area");
        };
        Coordinate place = fault.getCoordinate();
        return Text.of(
                "%3$s(经度 %1$.6f,纬度 %2$.6f 附近)",
                "%4$s (near longitude %1$.6f, latitude %2$.6f)", place.x, place.y, what.zh(), what.en());
    }

    private static double within(String path, JsonNode number, double limit, Text rule) {
        if (!number.isNumber() || Math.abs(number.asDouble()) > limit) {
            throw wrong(path, rule);
        }
        return number.asDouble();
    }

    private static void parts(String path, JsonNode array, int least) {
        if (!array.isArray() || array.size() < least) {
            throw wrong(path, Text.of("应为至少 %d 项的数组", "Must be an array of %d or more", least));
        }
    }

    private static Problem tooLong() {
        return wrong("geometry", Text.of("应有内容且不超过 %d 字符", "Must have 1 to %d characters", MAX_CHARACTERS));
    }

    private static Problem wrong(String path, Text rule) {
        return Problem.invalid(path, rule);
    }
}
