package org.gridloom.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridloom.organization.TerritoryPermissions;
import org.gridloom.organization.UnitFilter;
import org.gridloom.platform.figure.Figure;
import org.gridloom.platform.figure.FigureDefinition;
import org.gridloom.platform.figure.FigureQuery;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.testkit.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TerritoryFiguresTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    @RegisterExtension
    final TestDatabase database = TestDatabase.of("org.gridloom.organization");

    private TerritoryDesk desk;
    private TerritoryFigures figures;

    @BeforeEach
    void aDistrict() {
        desk = new TerritoryDesk(database).withDistrict();
        desk.create("210102001001", "210102001001900", "专属网格");
        desk.create("210102001", "210102001201", "下河湾村");
        figures = new TerritoryFigures(database.transactions(), desk.layouts);
    }

    private Map<String, Figure> of(String unit, LocalDate asOf) {
        Set<String> codes =
                figures.definitions().stream().map(FigureDefinition::code).collect(Collectors.toSet());
        return figures.figures(new FigureQuery(codes, unit, desk.directory.scope(unit, asOf), asOf, null)).stream()
                .collect(Collectors.toMap(Figure::code, figure -> figure));
    }

    @Test
    void nothingIsCountedTwiceUnderOneName() {
        assertThat(figures.definitions())
                .extracting(definition -> definition.name().zh())
                .doesNotHaveDuplicates();
    }

    @Test
    void unitsAreCountedByLevelAndKind() {
        Map<String, Figure> found = of("210102", DAY);

        assertThat(found.get("organization.grids").value()).isEqualTo(8L);
        assertThat(found.get("organization.units.grid").value()).isEqualTo(9L);
        assertThat(found.get("organization.units.street").value()).isEqualTo(2L);
        assertThat(found.get("organization.units.community.village").value()).isEqualTo(1L);
        assertThat(found.get("organization.units.dwelling").value()).isEqualTo(0L);
    }

    @Test
    void theDrillDownListsExactlyWhatIsCountedBeforeAndAfterAMove() {
        desk.move("210102001001", "210102002", DAY);

        for (LocalDate date : new LocalDate[] {DAY.minusDays(1), DAY}) {
            for (String unit : new String[] {"210102", "210102001", "210102002"}) {
                of(unit, date)
                        .values()
                        .forEach(figure ->
                                assertThat(listed(figure)).as(figure.toString()).isEqualTo(figure.value()));
            }
        }
        assertThat(of("210102001", DAY).get("organization.grids").value()).isEqualTo(2L);
        assertThat(of("210102002", DAY).get("organization.grids").value()).isEqualTo(6L);
    }

    @Test
    void whoMayReadAUnitSeesWhatBelongedToItThenAlsoIfItHasLeftSince() {
        desk.move("210102001001", "210102002", DAY);
        database.access()
                .signIn("street", Map.of(TerritoryPermissions.UNIT_READ, desk.directory.scope("210102001", DAY)));

        of("210102001", DAY.minusDays(1))
                .values()
                .forEach(figure ->
                        assertThat(listed(figure)).as(figure.toString()).isEqualTo(figure.value()));
        assertThat(desk.units.tree("210102001", 1, DAY.minusDays(1)).below()).hasSize(3);
        assertThat(desk.units.tree("210102001", 1, DAY).below()).hasSize(2);
        assertThatThrownBy(() -> desk.units.get("210102002", DAY)).isInstanceOf(Problem.class);
    }

    private long listed(Figure figure) {
        String[] path = figure.drillDown().split("\\?");
        assertThat(path[0]).isEqualTo("organization/units");
        Map<String, String> query = Arrays.stream(path[1].split("&"))
                .map(part -> part.split("="))
                .collect(Collectors.toMap(part -> part[0], part -> part[1]));
        UnitFilter filter = new UnitFilter(
                query.get("under"),
                null,
                query.get("level"),
                query.get("kind"),
                null,
                LocalDate.parse(query.get("asOf")));
        return desk.units.list(filter, PageQuery.first()).total();
    }
}
