package org.gridloom.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import org.gridloom.organization.BoundaryFilter;
import org.gridloom.organization.TerritoryPermissions;
import org.gridloom.organization.UnitChange;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.testkit.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

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
        desk.editing.draw(code, square(east), from, desk.version(code, DAY));
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
}
