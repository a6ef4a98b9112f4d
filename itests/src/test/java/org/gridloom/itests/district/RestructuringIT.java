package org.gridloom.itests.district;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.gridloom.itests.harness.Accounts;
import org.gridloom.itests.harness.BootedDistrict;
import org.gridloom.itests.harness.Gridloom;
import org.gridloom.itests.harness.Gridloom.Login;
import org.gridloom.itests.harness.Rest;
import org.gridloom.itests.harness.Territory;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Merge, split and move in lists, figures and scopes, before, on and after their day. */
@Order(3)
@ExtendWith(BootedDistrict.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestructuringIT {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final String BEFORE = TODAY.minusDays(1).toString();
    private static final String ON = TODAY.toString();
    private static final String AFTER = TODAY.plusDays(1).toString();
    private static final String COMMUNITIES = "organization.units.community";
    private static final String GRIDS = "organization.grids";

    private final Gridloom gridloom;
    private final Accounts accounts;
    private final Territory district;
    private final String role;

    RestructuringIT(Gridloom gridloom) {
        this.gridloom = gridloom;
        accounts = new Accounts(gridloom);
        district = new Territory(gridloom.rest());
        role = accounts.allPowerfulRole("restructuring-everything");
    }

    private Territory worker(String name, String unit) {
        Login login = accounts.create(name, unit, role);
        return new Territory(gridloom.anonymous().as(login.username(), login.password()));
    }

    @Test
    void aMergedUnitTakesItsGridsItsFiguresAndItsAccountsAlong() {
        String street = "210102002";
        List<String> communities = children(street, BEFORE);
        String first = communities.get(0);
        String second = communities.get(1);
        Territory ofFirst = worker("merge-first", first);
        Territory ofSecond = worker("merge-second", second);
        Territory ofThird = worker("merge-third", communities.get(2));
        long grids = figure(first, GRIDS, BEFORE) + figure(second, GRIDS, BEFORE);
        long streetGrids = figure(street, GRIDS, BEFORE);

        String merged = made(district.restructure(
                        first, "merge", Map.of("with", List.of(second), "name", "合并社区", "date", ON)))
                .get(0);

        assertThat(children(street, BEFORE)).contains(first, second).doesNotContain(merged);
        for (String date : List.of(ON, AFTER)) {
            assertThat(children(street, date)).contains(merged).doesNotContain(first, second);
            assertThat(figure(street, COMMUNITIES, date)).isEqualTo(communities.size() - 1);
            assertThat(figure(street, GRIDS, date)).isEqualTo(streetGrids);
            assertThat(figure(merged, GRIDS, date)).isEqualTo(grids);
        }
        assertThat(figure(street, COMMUNITIES, BEFORE)).isEqualTo(communities.size());

        for (Territory worker : List.of(ofFirst, ofSecond)) {
            worker.get(merged).expect(200);
            assertThat(worker.rest().all("/api/organization/units?under=" + merged + "&level=grid"))
                    .hasSize((int) grids);
        }
        ofThird.get(merged).expect(403);
        district.get(first, BEFORE).expect(200);
        assertThat(district.get(first).expect(308).header("Location")).endsWith(merged);
    }

    @Test
    void theAccountOfASplitUnitServesItsParts() {
        String street = "210102019";
        String community = children(street, BEFORE).get(0);
        List<String> grids = children(community, BEFORE);
        Territory worker = worker("split-worker", community);
        Territory neighbour = worker("split-neighbour", children(street, BEFORE).get(1));

        List<String> parts = made(district.restructure(
                community,
                "split",
                Map.of(
                        "date",
                        ON,
                        "parts",
                        List.of(
                                Map.of("name", "东社区", "children", grids.subList(0, 2)),
                                Map.of("name", "西社区", "children", grids.subList(2, grids.size()))))));

        assertThat(parts).hasSize(2);
        assertThat(children(street, BEFORE)).contains(community).doesNotContainAnyElementsOf(parts);
        assertThat(children(street, ON)).containsAll(parts).doesNotContain(community);
        assertThat(figure(parts.get(0), GRIDS, ON)).isEqualTo(2);
        assertThat(figure(parts.get(1), GRIDS, AFTER)).isEqualTo(grids.size() - 2);
        assertThat(figure(community, GRIDS, BEFORE)).isEqualTo(grids.size());
        for (String part : parts) {
            worker.get(part).expect(200);
            neighbour.get(part).expect(403);
        }
    }

    @Test
    void aMovedUnitLeavesTheScopeOfItsFormerStreetAndKeepsItsOwnAccounts() {
        String from = "210102022";
        String to = "210102023";
        String community = children(from, BEFORE).get(0);
        Territory ofCommunity = worker("move-community", community);
        Territory ofFormer = worker("move-former", from);
        Territory ofNew = worker("move-new", to);
        long grids = figure(community, GRIDS, BEFORE);
        long formerGrids = figure(from, GRIDS, BEFORE);
        long newGrids = figure(to, GRIDS, BEFORE);
        ofFormer.get(community).expect(200);
        ofNew.get(community).expect(403);

        assertThat(ofFormer.restructure(community, "move", Map.of("parent", to, "date", ON))
                        .status())
                .as("into a street that is not one's own")
                .isEqualTo(403);
        String moved = made(district.restructure(community, "move", Map.of("parent", to, "date", ON)))
                .get(0);

        assertThat(moved).startsWith(to);
        assertThat(figure(from, GRIDS, BEFORE)).isEqualTo(formerGrids);
        assertThat(figure(to, GRIDS, BEFORE)).isEqualTo(newGrids);
        for (String date : List.of(ON, AFTER)) {
            assertThat(figure(from, GRIDS, date)).isEqualTo(formerGrids - grids);
            assertThat(figure(to, GRIDS, date)).isEqualTo(newGrids + grids);
        }
        ofCommunity.get(moved).expect(200);
        ofNew.get(moved).expect(200);
        ofFormer.get(moved).expect(403);
        assertThat(ofFormer.rest().all("/api/organization/units?under=" + from + "&level=community"))
                .noneMatch(unit -> unit.get("code").asText().equals(moved));
    }

    @Test
    void aClosedUnitIsThereUntilTheDayBefore() {
        String street = "210102025";
        String grid = children(children(street, BEFORE).get(0), BEFORE).get(0);
        long grids = figure(street, GRIDS, BEFORE);

        district.restructure(grid, "close", Map.of("date", ON, "withUnitsBelow", true))
                .ok();

        district.get(grid, BEFORE).expect(200);
        district.get(grid).expect(410);
        assertThat(figure(street, GRIDS, BEFORE)).isEqualTo(grids);
        assertThat(figure(street, GRIDS, ON)).isEqualTo(grids - 1);
        assertThat(figure(street, GRIDS, AFTER)).isEqualTo(grids - 1);
    }

    private static List<String> made(Rest.Answer answer) {
        return answer.ok().json().get("units").findValuesAsText("code");
    }

    private List<String> children(String unit, String asOf) {
        return district.rest().all("/api/organization/units?parent=" + unit + "&asOf=" + asOf).stream()
                .map(child -> child.get("code").asText())
                .toList();
    }

    private long figure(String unit, String code, String asOf) {
        JsonNode figures = district.rest()
                .get("/api/figures?unit=" + unit + "&asOf=" + asOf + "&codes=" + code)
                .expect(200)
                .json()
                .get("items");
        assertThat(figures).hasSize(1);
        return figures.get(0).get("value").asLong();
    }
}
