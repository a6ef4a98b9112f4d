package org.gridloom.itests.district;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridloom.itests.harness.BootedDistrict;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Gridloom;
import org.gridloom.itests.harness.Rest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The figures of the demo district: first of all, before other tests reorganise it. */
@Order(1)
@ExtendWith(BootedDistrict.class)
class FiguresIT {

    private static final String DISTRICT = "210102";
    private static final Map<String, Long> EXPECTED = Map.of(
            "organization.streets", 10L,
            "organization.communities", 126L,
            "organization.branches", 931L,
            "organization.buildingGroups", 1765L,
            "organization.hostHouseholds", 2180L,
            "organization.grids", 931L);

    private final Gridloom gridloom;
    private final Rest rest;

    FiguresIT(Gridloom gridloom) {
        this.gridloom = gridloom;
        this.rest = gridloom.rest();
    }

    @Test
    void theDistrictHasThePublishedFigures() {
        assertThat(values(DISTRICT)).containsAllEntriesOf(EXPECTED);
    }

    @Test
    void theStreetsFiguresSumToTheDistricts() {
        List<String> streets = rest.all("/api/organization/units?parent=" + DISTRICT).stream()
                .map(unit -> unit.get("code").asText())
                .toList();
        assertThat(streets).hasSize(10);
        Map<String, Long> sums = new HashMap<>();
        streets.forEach(street -> values(street).forEach((code, value) -> sums.merge(code, value, Long::sum)));
        assertThat(sums).containsAllEntriesOf(EXPECTED);
    }

    @Test
    void eachDrillDownListsExactlyWhatWasCounted() {
        for (String unit : List.of(DISTRICT, "210102021")) {
            for (JsonNode figure : figures(unit)) {
                if (figure.hasNonNull("drillDown")) {
                    String list = figure.get("drillDown").asText();
                    List<JsonNode> records = rest.all(list);
                    assertThat(records)
                            .as("%s of %s by %s", figure.get("code"), unit, list)
                            .hasSize(figure.get("value").asInt())
                            .doesNotHaveDuplicates();
                }
            }
        }
    }

    @Test
    void everyFigureSaysWhatItCountsAsOfWhenAndWhere() {
        assertThat(figures(DISTRICT)).isNotEmpty().allSatisfy(figure -> {
            for (String part : List.of("code", "name", "value", "unit", "asOf", "definition")) {
                assertThat(figure.hasNonNull(part)).as("%s of %s", part, figure).isTrue();
            }
        });
    }

    @Test
    void theConsoleListsTheSameFigures() {
        try (Console console = gridloom.console()) {
            String table = console.run("figures:list " + DISTRICT).ok().output();
            EXPECTED.forEach((code, value) ->
                    assertThat(table).containsPattern(code.replace(".", "\\.") + ".*\\b" + value + "\\b"));
        }
    }

    @Test
    void theAuditTrailOfTheLoadIsWhole() {
        assertThat(rest.get("/api/audit/verify").ok().json())
                .allSatisfy(chain -> assertThat(chain.get("whole").asBoolean()).isTrue());
    }

    private JsonNode figures(String unit) {
        JsonNode answer = rest.get("/api/figures?unit=" + unit).ok().json();
        assertThat(answer.path("failed")).isEmpty();
        return answer.get("items");
    }

    private Map<String, Long> values(String unit) {
        Map<String, Long> values = new HashMap<>();
        figures(unit)
                .forEach(figure -> values.put(
                        figure.get("code").asText(), figure.get("value").asLong()));
        return values;
    }
}
