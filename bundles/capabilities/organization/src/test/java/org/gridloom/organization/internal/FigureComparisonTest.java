package org.gridloom.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridloom.organization.UnitSplit;
import org.gridloom.platform.figure.Figure;
import org.gridloom.platform.figure.FigureComparison;
import org.gridloom.platform.figure.FigureDefinition;
import org.gridloom.platform.figure.FigureProvider;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.unit.UnitRef;
import org.gridloom.platform.unit.UnitScopes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FigureComparisonTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final LocalDate LATER = LocalDate.of(2026, 6, 2);

    @RegisterExtension
    final TestDatabase database = TestDatabase.of("org.gridloom.organization", "org.gridloom.platform.states");

    private PartyDesk desk;
    private List<FigureProvider> providers;

    @BeforeEach
    void aDistrictWithPeople() {
        desk = new PartyDesk(database).withParty();
        database.clock().set(LATER);
        desk.person("R1", "王淑兰", PartyDesk.COMMUNITY);
        desk.appoint("R1", "branch-secretary", "ZB", PartyDesk.START, null);
        desk.appoint("R1", "grid-head", PartyDesk.GRID, PartyDesk.START, null);
        desk.appoint("R1", "full-time-worker", PartyDesk.GRID2, PartyDesk.START, null);
        desk.found("LH", "branch", "joint-branch", "SQ", "210102002002002", "210102002002");
        providers = List.of(
                new TerritoryFigures(database.transactions(), desk.territory.layouts),
                desk.partyFigures,
                desk.postFigures,
                desk.coverageFigures);
    }

    @Test
    void eachSubunitHasTheFiguresThatItHasAlone() {
        assertComparedAsAlone(PartyDesk.DISTRICT, DAY);
        assertComparedAsAlone(PartyDesk.STREET, DAY);
        assertComparedAsAlone(PartyDesk.COMMUNITY, DAY);
    }

    @Test
    void comparisonsFollowMovesMergesAndSplits() {
        desk.territory.move(PartyDesk.COMMUNITY, "210102002", DAY);
        desk.territory.move("210102002002002", "210102001002", DAY);
        desk.territory.merge("合并社区", LATER, "210102001002", "210102002001");
        desk.territory.split(
                "210102002",
                LATER,
                new UnitSplit.Part(null, "东街道", List.of("210102002002", "210102002003")),
                new UnitSplit.Part(null, "西街道", List.of()));

        for (LocalDate date : List.of(DAY.minusDays(1), DAY, LATER)) {
            assertComparedAsAlone(PartyDesk.DISTRICT, date);
            desk.territory
                    .directory
                    .children(PartyDesk.DISTRICT, date)
                    .forEach(street -> assertComparedAsAlone(street.code(), date));
        }
        assertThat(desk.territory.directory.children(PartyDesk.DISTRICT, LATER))
                .extracting(UnitRef::code, UnitRef::name)
                .containsExactly(tuple("210102001", "第001街道"), tuple("210102003", "东街道"), tuple("210102004", "西街道"));
    }

    private void assertComparedAsAlone(String unit, LocalDate date) {
        List<String> subunits = desk.territory.directory.children(unit, date).stream()
                .map(UnitRef::code)
                .toList();
        if (subunits.isEmpty()) {
            return;
        }
        UnitScopes scopes = desk.territory.directory.scopes(subunits, date);
        for (FigureProvider provider : providers) {
            Set<String> codes =
                    provider.definitions().stream().map(FigureDefinition::code).collect(Collectors.toSet());
            FigureComparison comparison =
                    new FigureComparison(codes, unit, desk.territory.directory.scope(unit, date), scopes, date, null);
            List<Figure> alone = new ArrayList<>();
            subunits.forEach(subunit -> alone.addAll(provider.figures(comparison.of(subunit))));

            assertThat(provider.compare(comparison))
                    .as("%s in %s on %s", provider.getClass().getSimpleName(), unit, date)
                    .containsExactlyInAnyOrderElementsOf(alone);
        }
    }
}
