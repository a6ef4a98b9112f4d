package org.gridloom.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gridloom.organization.BoundaryDraft;
import org.gridloom.organization.BoundaryFilter;
import org.gridloom.organization.TerritoryPermissions;
import org.gridloom.organization.UnitChange;
import org.gridloom.platform.files.Sha256;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.testkit.RecordedAudit;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundaryTest {

    private static final LocalDate BEFORE = LocalDate.of(2026, 5, 31);
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    @RegisterExtension
    final TestDatabase database = TestDatabase.of("org.gridloom.organization");

    private TerritoryDesk desk;

    @BeforeEach
    void aDistrict() {
        desk = new TerritoryDesk(database).withDistrict();
        database.clock().set(DAY);
        draw("210102", 0, TerritoryDesk.START);
        draw("210102001", 0, TerritoryDesk.START);
        draw("210102002", 4, DAY);
        draw("210102001001", 0, TerritoryDesk.START);
        draw("210102001001001", 0, TerritoryDesk.START);
    }

    private void draw(String code, int east, LocalDate from) {
        desk.editing.draw(code, new BoundaryDraft(square(east), from, null), desk.version(code, DAY));
    }

    private static String square(int east) {
        return "{\"type\":\"Polygon\",\"coordinates\":[[[123.%1$d,41.7],[123.%2$d,41.7],[123.%2$d,41.8],[123.%1$d,41.7]]]}"
                .formatted(east, east + 4);
    }

    private JsonNode features(String under, String level, boolean self, LocalDate asOf) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        desk.units.boundaries(new BoundaryFilter(under, level, self, asOf)).writeTo(out);
        JsonNode collection = new ObjectMapper().readTree(out.toByteArray());
        assertThat(collection.path("type").asText()).isEqualTo("FeatureCollection");
        return collection.path("features");
    }

    private String revision(String under) {
        return desk.units
                .boundaries(new BoundaryFilter(under, null, true, null))
                .revision();
    }

    @Test
    void theMapOfAUnitShowsWhatLiesDirectlyBelowAndItselfIfWanted() throws IOException {
        assertThat(features(null, null, false, null).findValuesAsText("code"))
                .containsExactly("210102001", "210102002");
        JsonNode withItself = features("210102", null, true, null);
        assertThat(withItself.findValuesAsText("code")).containsExactly("210102", "210102001", "210102002");
        assertThat(withItself.get(1).toString())
                .isEqualTo("{\"type\":\"Feature\",\"properties\":{\"code\":\"210102001\",\"name\":\"第001街道\","
                        + "\"level\":\"street\"},\"geometry\":" + square(0) + "}");
        assertThat(features("210102", "grid", false, null).findValuesAsText("code"))
                .containsExactly("210102001001001");
        assertThat(features("210102001001001", null, false, null)).isEmpty();
    }

    @Test
    void theMapIsThatOfTheDay() throws IOException {
        desk.move("210102001001", "210102002", DAY);
        desk.editing.change("210102001", UnitChange.renamed("南市场街道", DAY), desk.version("210102001", DAY));

        assertThat(features("210102", null, false, BEFORE).findValuesAsText("name"))
                .containsExactly("第001街道");
        assertThat(features("210102", null, false, DAY).findValuesAsText("name"))
                .containsExactly("南市场街道", "第002街道");
        assertThat(features("210102001", null, false, BEFORE).findValuesAsText("code"))
                .containsExactly("210102001001");
        assertThat(features("210102001", null, false, DAY)).isEmpty();
        assertThat(features("210102002", null, false, DAY).findValuesAsText("code"))
                .containsExactly("210102002003");
    }

    @Test
    void theRevisionTellsWhetherTheMapHasChanged() {
        String first = revision("210102");
        assertThat(revision("210102")).isEqualTo(first);

        draw("210102001", 8, DAY);
        String drawn = revision("210102");
        desk.editing.change("210102002", UnitChange.renamed("北市", DAY), desk.version("210102002", DAY));
        String renamed = revision("210102");
        desk.create("210102", "210102009", "新街道");
        String created = revision("210102");
        desk.close("210102009", DAY, false);
        String closed = revision("210102");
        desk.move("210102002001", "210102001", DAY);
        String moved = revision("210102");
        database.clock().set(DAY.plusDays(1));
        String nextDay = revision("210102");

        assertThat(new String[] {first, drawn, renamed, created, closed, moved, nextDay})
                .doesNotHaveDuplicates();
    }

    @Test
    void howeverManyBoundariesThereAreAllComeOut() throws IOException {
        int many = 2 * 250 + 1;
        for (int i = 3; i <= many; i++) {
            String code = "210102%03d".formatted(i);
            desk.create("210102", code, "街道" + i);
            draw(code, i % 5, DAY);
        }

        assertThat(features("210102", null, false, null).findValuesAsText("code"))
                .hasSize(many)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void aMapIsShownToWhoMayReadItsUnit() throws IOException {
        database.access()
                .signIn("street", Map.of(TerritoryPermissions.UNIT_READ, desk.directory.scope("210102001", DAY)));

        assertThat(features("210102001", null, true, null).findValuesAsText("code"))
                .containsExactly("210102001", "210102001001");
        for (String foreign : new String[] {null, "210102", "210102002"}) {
            BoundaryFilter filter = new BoundaryFilter(foreign, null, false, null);
            assertThatThrownBy(() -> desk.units.boundaries(filter))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.FORBIDDEN));
        }
    }

    @Test
    void aBoundaryHoldsFromItsDayAndTellsWhereItComesFrom() throws IOException {
        assertThat(desk.units.boundary("210102002", BEFORE)).isEmpty();
        assertThat(desk.units.boundary("210102002", DAY).orElseThrow().geoJson())
                .isEqualTo(square(4));

        desk.editing.draw("210102002", new BoundaryDraft(square(0), DAY, " 2025 年测绘 "), desk.version("210102002", DAY));

        assertThat(desk.units.boundary("210102002", DAY).orElseThrow().source()).isEqualTo("2025 年测绘");
        assertThat(features("210102", null, false, DAY).findValuesAsText("source"))
                .containsExactly("2025 年测绘");
        assertRefused(
                Problem.Kind.CONFLICT,
                "date",
                () -> desk.editing.draw(
                        "210102002", new BoundaryDraft(square(0), BEFORE, null), desk.version("210102002", DAY)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "type | {'type':'Point','coordinates':[1,2]}",
                "geometry | {'type':",
                "geometry | {'type':'Polygon','type':'Polygon','coordinates':[[[1,1],[2,1],[2,2],[1,1]]]}",
                "geometry | {'type':'Polygon','coordinates':[[[1,1],[2,1],[2,2],[1,1]]]}}",
                "coordinates | {'type':'Polygon'}",
                "coordinates[0] | {'type':'Polygon','coordinates':[[[1,1],[2,1],[1,1]]]}",
                "coordinates[0] | {'type':'Polygon','coordinates':[[[1,1],[2,1],[2,2],[1,2]]]}",
                "coordinates[0][0][0] | {'type':'Polygon','coordinates':[[[181,1],[2,1],[2,2],[181,1]]]}",
                "coordinates[0][1][1] | {'type':'Polygon','coordinates':[[[1,1],[2,'a'],[2,2],[1,1]]]}",
                "coordinates[1][0][1] | {'type':'MultiPolygon','coordinates':[[[[1,1],[2,1],[2,2],[1,1]]],[[[1,1],[2],[2,2],[1,1]]]]}",
            })
    void whatIsNoOutlineIsRefusedNamingThePlace(String field, String geoJson) {
        assertRefused(
                Problem.Kind.INVALID,
                field,
                () -> desk.editing.draw("210102", new BoundaryDraft(geoJson.replace('\'', '"'), DAY, null), 2));
    }

    @Test
    void anOutlineThatIsNestedTooDeeplyIsRefused() {
        String deep = "{\"coordinates\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";

        assertRefused(
                Problem.Kind.INVALID,
                "geometry",
                () -> desk.editing.draw("210102", new BoundaryDraft(deep, DAY, null), 2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "The outline crosses or touches itself (near longitude 1.500000, latitude 1.500000)"
                        + " | {'type':'Polygon','coordinates':[[[1,1],[2,2],[2,1],[1,2],[1,1]]]}",
                "The outline crosses or touches itself (near longitude 2.000000, latitude 1.000000)"
                        + " | {'type':'Polygon','coordinates':[[[1,1],[2,1],[3,1],[1,1]]]}",
                "A hole lies outside its outline (near longitude 5.000000, latitude 5.000000)"
                        + " | {'type':'Polygon','coordinates':[[[1,1],[2,1],[2,2],[1,1]],[[5,5],[6,5],[6,6],[5,5]]]}",
                "A polygon lies within another (near longitude 2.000000, latitude 2.000000)"
                        + " | {'type':'MultiPolygon','coordinates':[[[[1,1],[9,1],[9,9],[1,9],[1,1]]],[[[2,2],[3,2],[3,3],[2,2]]]]}",
            })
    void anOutlineThatEnclosesNoProperAreaIsRefused(String message, String geoJson) {
        assertThatThrownBy(
                        () -> desk.editing.draw("210102", new BoundaryDraft(geoJson.replace('\'', '"'), DAY, null), 2))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(
                                        problem.violations().get(0).message().en())
                                .isEqualTo(message));
    }

    @Test
    void aMapOfManyUnitsIsImportedAndASecondTimeChangesNothing() throws IOException {
        desk.move("210102001001", "210102002", DAY);
        String map = map(
                feature("210102001", square(8), "测绘"),
                feature("210102002003", square(5), null),
                feature("210102002003001", square(0), null),
                feature("210102002002", square(3), null));
        int audits = database.audit().size();
        long version = desk.version("210102002002", DAY);

        assertThat(withoutWarnings(load(map, true))).isEqualTo(new ImportReport(true, 4, 1, 2, 1, List.of()));
        assertThat(database.audit()).hasSize(audits);
        assertThat(withoutWarnings(load(map, false))).isEqualTo(new ImportReport(false, 4, 1, 2, 1, List.of()));
        assertThat(withoutWarnings(load(map, false))).isEqualTo(new ImportReport(false, 4, 0, 0, 4, List.of()));

        assertThat(desk.units.boundary("210102002003", DAY).orElseThrow().geoJson())
                .isEqualTo(square(5));
        assertThat(desk.units.boundary("210102001001", BEFORE).orElseThrow().geoJson())
                .isEqualTo(square(0));
        assertThat(desk.version("210102002002", DAY)).isEqualTo(version + 1);
        assertThat(database.audit().subList(audits, database.audit().size()))
                .extracting(
                        RecordedAudit::action,
                        RecordedAudit::unit,
                        entry -> entry.before().get("sha256"),
                        entry -> entry.after().get("sha256"))
                .containsExactly(
                        tuple("organization.unit.drawn", "210102001", Sha256.of(square(0)), Sha256.of(square(8))),
                        tuple("organization.unit.drawn", "210102001001", Sha256.of(square(0)), Sha256.of(square(5))),
                        tuple("organization.boundaries.imported", "210102", null, Sha256.of(map)));
        assertThat(database.events().get(database.events().size() - 1).payload().get("codes"))
                .isEqualTo(List.of("210102001", "210102002003", "210102002002"));
    }

    @Test
    void everyFaultOfAMapIsNamedAndNothingIsDrawn() throws IOException {
        database.access()
                .signIn(
                        "street",
                        Map.of(
                                TerritoryPermissions.UNIT_READ, desk.directory.scope("210102", DAY),
                                TerritoryPermissions.UNIT_EDIT, desk.directory.scope("210102001", DAY)));
        String map = map(
                feature("210102001", square(8), null),
                feature("210102001", square(8), null),
                feature("210102002", square(8), null),
                feature("210102001077", square(8), null),
                feature("x", square(8), null),
                feature(
                        "210102001001",
                        "{\"type\":\"Polygon\",\"coordinates\":[[[1,1],[2,2],[2,1],[1,2],[1,1]]]}",
                        null));

        ImportReport report = load(map, false);

        assertThat(report.violations())
                .extracting(Violation::row, Violation::field)
                .containsExactly(
                        tuple(2, "code"),
                        tuple(3, "code"),
                        tuple(4, "code"),
                        tuple(5, "code"),
                        tuple(6, "coordinates"));
        assertThat(report.created() + report.updated() + report.unchanged()).isZero();
        assertThat(desk.units.boundary("210102001", DAY).orElseThrow().geoJson())
                .isEqualTo(square(0));
    }

    @Test
    void whatIsNoMapIsRefused() throws IOException {
        for (String wrong : List.of(
                "",
                "[]",
                "{\"type\":\"Polygon\"}",
                "{\"features\":7}",
                "{\"features\":[{\"",
                "{\"features\":[]}}",
                "{\"features\":[]} 1",
                "{\"features\":[],\"features\":[]}")) {
            assertThat(load(wrong, false).violations())
                    .as(wrong)
                    .extracting(Violation::field)
                    .containsExactly("file");
        }
    }

    @Test
    void anOutlineThatLiesOutsideThatOfTheUnitAboveIsDrawnWithAWarning() {
        assertThat(warnings("210102001002", square(0))).isEmpty();
        assertThat(warnings("210102001002", square(5)))
                .containsExactly("Lies wholly outside the boundary of 第001街道 (210102001) above it");
        assertThat(warnings("210102001002", square(2)))
                .singleElement(InstanceOfAssertFactories.STRING)
                .startsWith("About ")
                .contains("% of the area lies outside the boundary of 第001街道 (210102001) above it");
        assertThat(desk.units.boundary("210102001002", DAY).orElseThrow().geoJson())
                .isEqualTo(square(2));
        assertThat(warnings("210102002001001", square(9))).isEmpty();
    }

    private List<String> warnings(String code, String outline) {
        return desk
                .editing
                .draw(code, new BoundaryDraft(outline, DAY, null), desk.version(code, DAY))
                .warnings()
                .stream()
                .map(Text::en)
                .toList();
    }

    /** Also where what is above comes later in the file, and where it is looked at only. */
    @Test
    void anImportWarnsOfOutlinesThatDoNotFitTheOnesOfTheFile() throws IOException {
        String map = map(
                feature("210102001001", square(4), null),
                feature("210102001002", square(0), null),
                feature("210102001", square(4), null),
                feature("210102002", square(0), null));

        List<Violation> foreseen = load(map, true).warnings();
        assertThat(foreseen).extracting(Violation::row).containsExactly(2, 3);
        assertThat(load(map, false).warnings()).isEqualTo(foreseen);
        assertThat(load(map, false).warnings()).isEqualTo(foreseen);
        assertThat(desk.units.boundary("210102001", DAY).orElseThrow().geoJson())
                .isEqualTo(square(4));
    }

    private static ImportReport withoutWarnings(ImportReport report) {
        return new ImportReport(
                report.dryRun(),
                report.rows(),
                report.created(),
                report.updated(),
                report.unchanged(),
                report.violations());
    }

    private ImportReport load(String map, boolean dryRun) throws IOException {
        return desk.boundaryImport.importGeoJson(
                new ByteArrayInputStream(map.getBytes(StandardCharsets.UTF_8)), DAY, dryRun, Progress.NONE);
    }

    private static String map(String... features) {
        return "{\"type\":\"FeatureCollection\",\"name\":{\"a\":[]},\"features\":[" + String.join(",", features) + "]}";
    }

    private static String feature(String code, String geometry, String source) {
        return "{\"type\":\"Feature\",\"properties\":{\"code\":\"" + code + "\""
                + (source == null ? "" : ",\"source\":\"" + source + "\"") + "},\"geometry\":" + geometry + "}";
    }

    private static void assertRefused(Problem.Kind kind, String field, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.kind()).isEqualTo(kind);
            assertThat(problem.violations()).extracting(Violation::field).containsExactly(field);
        });
    }
}
