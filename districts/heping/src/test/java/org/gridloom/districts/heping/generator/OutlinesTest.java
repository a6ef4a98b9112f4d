package org.gridloom.districts.heping.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

class OutlinesTest {

    private static final double SQUARE_KILOMETRES = 111.195 * 111.195 * Math.cos(Math.toRadians(41.765));

    private static Map<String, Polygon> outlines;

    @BeforeAll
    static void draw() throws IOException {
        outlines = outlines();
    }

    private static Map<String, Polygon> outlines() throws IOException {
        return Outlines.of(
                Territory.complete(Division.read(Path.of("src/main/resources/divisions/heping-divisions.csv"))));
    }

    @Test
    void everyUnitDownToTheGridsHasOneOutlineInOnePiece() {
        assertThat(outlines).hasSize(1 + 10 + 126 + 931);
        assertThat(outlines.values()).allMatch(Polygon::isValid).allMatch(outline -> outline.getNumInteriorRing() == 0);
    }

    @Test
    void subunitsCoverTheirUnitExactlyAndNoneOverlaps() {
        for (int length : new int[] {6, 9, 12}) {
            outlines.keySet().stream().filter(code -> code.length() == length).forEach(code -> {
                Geometry[] subunits = outlines.entrySet().stream()
                        .filter(unit -> unit.getKey().length() == length + 3
                                && unit.getKey().startsWith(code))
                        .map(Map.Entry::getValue)
                        .toArray(Geometry[]::new);
                assertThat(CoverageValidator.isValid(subunits)).as(code).isTrue();
                assertThat(CoverageUnion.union(subunits)
                                .norm()
                                .equalsExact(outlines.get(code).norm()))
                        .as(code)
                        .isTrue();
            });
        }
    }

    @Test
    void theDistrictLiesWhereItLiesAndIsAsLargeAsItIs() {
        Polygon district = outlines.get("210102");

        assertThat(district.getArea() * SQUARE_KILOMETRES).isBetween(58.5, 59.5);
        assertThat(new Envelope(123.33, 123.47, 41.69, 41.83).contains(district.getEnvelopeInternal()))
                .isTrue();
    }

    @Test
    void gridsAreOfTheSizeOfGrids() {
        outlines.forEach((code, outline) -> {
            if (code.length() == 15) {
                assertThat(outline.getArea() * SQUARE_KILOMETRES).as(code).isBetween(0.02, 0.5);
            }
        });
    }

    @Test
    void theyComeOutTheSameEachTime() throws IOException {
        assertThat(outlines().toString()).isEqualTo(outlines.toString());
    }
}
