package org.gridloom.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.gridloom.organization.Unit;
import org.gridloom.organization.UnitFilter;
import org.gridloom.organization.UnitSplit;
import org.gridloom.platform.figure.Figure;
import org.gridloom.platform.figure.FigureQuery;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.testkit.TestDatabase;

/** However the territory is restructured, what is counted is what can be listed. */
class UnitCountsTest {

    private static final Map<String, String> LEVELS = Map.of(
            "organization.units.grid", "grid",
            "organization.grids", "grid",
            "organization.units.community", "community");

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final PageQuery ALL = new PageQuery(0, PageQuery.MAX_SIZE, List.of());

    /** A change of the territory, by numbers that choose among the units of the day. */
    record Step(int kind, int a, int b) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Integer> choice = Arbitraries.integers().between(0, 97);
        return Combinators.combine(Arbitraries.integers().between(0, 4), choice, choice)
                .as(Step::new)
                .list()
                .ofMinSize(4)
                .ofMaxSize(14);
    }

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void aFigureIsTheLengthOfTheListItPointsToOnEveryDay(@ForAll("steps") List<Step> steps) {
        try (TestDatabase database = TestDatabase.of("org.gridloom.organization")) {
            TerritoryDesk desk = new TerritoryDesk(database).withDistrict();
            TerritoryFigures figures = new TerritoryFigures(database.transactions(), desk.layouts);
            LocalDate day = DAY;
            for (int i = 0; i < steps.size(); i++) {
                day = day.plusDays(1);
                apply(desk, steps.get(i), day);
                if (i % 4 == 2) {
                    database.foldCounts();
                }
            }
            for (LocalDate date : List.of(DAY, day.minusDays(steps.size() / 2), day)) {
                for (String unit : codes(desk, date)) {
                    requireAgreement(desk, figures, unit, date);
                }
            }
            database.requireCountsToAgree();
        }
    }

    private static void requireAgreement(TerritoryDesk desk, TerritoryFigures figures, String unit, LocalDate date) {
        Page<Unit> below = desk.units.list(UnitFilter.under(unit, date), ALL);
        assertThat(below.total())
                .as("below %s on %s", unit, date)
                .isEqualTo(below.items().size());
        List<Figure> found =
                figures.figures(new FigureQuery(LEVELS.keySet(), unit, desk.directory.scope(unit, date), date, null));
        for (Figure figure : found) {
            String level = LEVELS.get(figure.code());
            assertThat(figure.value())
                    .as("%s of %s on %s", figure.code(), unit, date)
                    .isEqualTo(below.items().stream()
                            .filter(each -> each.level().equals(level))
                            .count());
        }
    }

    private static Set<String> codes(TerritoryDesk desk, LocalDate date) {
        Set<String> codes = new TreeSet<>();
        desk.units
                .list(UnitFilter.under(TerritoryDesk.DISTRICT, date), ALL)
                .items()
                .forEach(unit -> codes.add(unit.code()));
        return codes;
    }

    /** What is refused changes nothing. */
    private static void apply(TerritoryDesk desk, Step step, LocalDate day) {
        try {
            change(desk, step, day);
        } catch (Problem refused) {
            assertThat(refused.kind()).isNotEqualTo(Problem.Kind.UNAVAILABLE);
        }
    }

    private static void change(TerritoryDesk desk, Step step, LocalDate day) {
        List<String> streets = at(desk, 9, day);
        List<String> communities = at(desk, 12, day);
        if (streets.isEmpty() || communities.isEmpty()) {
            return;
        }
        String community = pick(communities, step.a());
        switch (step.kind()) {
            case 0 -> desk.create(community, null, "新网格", day);
            case 1 -> desk.move(community, pick(streets, step.b()), day);
            case 2 -> desk.merge("合并", day, community, pick(communities, step.b()));
            case 3 -> {
                List<String> grids = at(desk, 15, day).stream()
                        .filter(grid -> grid.startsWith(community))
                        .toList();
                desk.split(
                        community,
                        day,
                        new UnitSplit.Part(null, "东", grids.subList(0, grids.size() / 2)),
                        new UnitSplit.Part(null, "西", grids.subList(grids.size() / 2, grids.size())));
            }
            default -> desk.close(community, day, true);
        }
    }

    private static List<String> at(TerritoryDesk desk, int length, LocalDate day) {
        return codes(desk, day).stream().filter(code -> code.length() == length).toList();
    }

    private static String pick(List<String> codes, int choice) {
        return codes.get(choice % codes.size());
    }
}
