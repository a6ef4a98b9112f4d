package com.example.snow.internal;

import static com.example.snow.internal.SnowDesk.DAY;
import static com.example.snow.internal.SnowDesk.GRID;
import static com.example.snow.internal.SnowDesk.OTHER;
import static com.example.snow.internal.SnowDesk.STREET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.snow.CallOut;
import com.example.snow.CallOutFilter;
import com.example.snow.SnowPermissions;
import com.example.snow.Team;
import com.example.snow.TeamDraft;
import com.example.snow.Work;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.felix.hc.api.Result;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gridloom.platform.event.Event;
import org.gridloom.platform.figure.Figure;
import org.gridloom.platform.figure.FigureQuery;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.testkit.RecordedAudit;
import org.gridloom.platform.testkit.RecordedEvent;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.PlannedRestructuring;
import org.gridloom.platform.unit.UnitScope;
import org.gridloom.sdk.testkit.TestSheets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SnowTest {

    private static final CallOutFilter ALL = new CallOutFilter(null, null, null, null, null);

    @RegisterExtension
    final TestDatabase database = TestDatabase.of("com.example.snow");

    private SnowDesk snow;

    @BeforeEach
    void aTeam() {
        snow = new SnowDesk(database);
    }

    @Test
    void aTeamIsKeptWithItsVersions() {
        Team team = snow.teams.get("XD-01");
        TeamDraft more = new TeamDraft("XD-01", "一队", STREET, 15, 5, null);

        Team changed = snow.teams.change("XD-01", more, team.version());

        assertThat(changed.people()).isEqualTo(15);
        assertRefused(Problem.Kind.CHANGED, () -> snow.teams.change("XD-01", more, team.version()));
        assertRefused(Problem.Kind.CONFLICT, () -> snow.teams.register(more));
        assertRefused(Problem.Kind.NOT_FOUND, () -> snow.teams.get("XD-99"));
        assertThat(snow.teams.list(STREET, "一", PageQuery.first()).items()).containsExactly(changed);
        assertThat(database.audit())
                .extracting(RecordedAudit::action)
                .containsExactly("snow.team.registered", "snow.team.changed");
    }

    @Test
    void aCallOutIsOrderedDoneAndThenStaysAsItIs() {
        CallOut ordered = snow.order("1", GRID);

        CallOut done = snow.callOuts.done("1", new Work(new BigDecimal("3.5")), ordered.version());

        assertThat(done.state()).isEqualTo(CallOut.DONE);
        assertThat(snow.callOuts.get("1").hours()).isEqualByComparingTo("3.5");
        assertRefused(Problem.Kind.CONFLICT, () -> snow.callOuts.cancel("1", done.version()));
        assertThat(database.events())
                .extracting(RecordedEvent::name)
                .containsExactly("snow.team.registered", "snow.call-out.ordered", "snow.call-out.done");
    }

    @Test
    void whatCannotBeIsRefused() {
        CallOut ordered = snow.order("1", GRID);
        assertRefused(Problem.Kind.INVALID, () -> snow.order("2", "999"));
        assertRefused(Problem.Kind.CONFLICT, () -> snow.order("1", GRID));
        assertRefused(
                Problem.Kind.INVALID,
                () -> snow.callOuts.done("1", new Work(new BigDecimal("10.5")), ordered.version()));
        snow.callOuts.order(SnowDesk.draft("3", GRID, DAY.plusDays(1)));
        assertRefused(Problem.Kind.CONFLICT, () -> snow.callOuts.done("3", new Work(BigDecimal.ONE), 1));
    }

    @Test
    void whoMaySeeOneGridSeesThatOnly() {
        snow.order("1", GRID);
        snow.order("2", OTHER);
        UnitScope grid = UnitScope.of(List.of(CodeRange.subtree(GRID)));
        database.access().signIn("worker", Map.of(SnowPermissions.READ, grid));

        assertThat(snow.callOuts.list(ALL, PageQuery.first()).items())
                .extracting(CallOut::number)
                .containsExactly("1");
        assertThat(snow.callOuts.ordered(List.of(STREET, GRID, OTHER)))
                .isEqualTo(Map.of(STREET, 1L, GRID, 1L, OTHER, 0L));
        assertRefused(Problem.Kind.FORBIDDEN, () -> snow.callOuts.get("2"));
        assertRefused(Problem.Kind.FORBIDDEN, () -> snow.callOuts.cancel("1", 1));
    }

    @Test
    void figuresCountWhatIsDoneInTheUnitAndThePeriod() {
        snow.done("1", GRID, "3.5");
        snow.done("2", OTHER, "2");
        snow.order("3", GRID);
        UnitScope grid = UnitScope.of(List.of(CodeRange.subtree(GRID)));
        SnowFigures figures = new SnowFigures(snow.desk);

        List<Figure> found =
                figures.figures(new FigureQuery(Set.of("snow.callOuts", "snow.hours"), GRID, grid, DAY, null));

        assertThat(found).extracting(figure -> figure.value().doubleValue()).containsExactly(1.0, 3.5);
        assertThat(figures.figures(new FigureQuery(Set.of("snow.callOuts"), GRID, grid, DAY.minusDays(1), null)))
                .singleElement()
                .satisfies(figure -> assertThat(figure.value()).isEqualTo(0L));
    }

    @Test
    void orderedCallOutsFollowTheirUnitAndDoneOnesStay() {
        snow.done("0", GRID, "1");
        snow.order("1", GRID);
        snow.units.without(GRID, OTHER);

        deliver("organization.unit.merged", 1);

        assertThat(snow.callOuts.get("1").unit()).isEqualTo(OTHER);
        assertThat(snow.callOuts.get("0").unit()).isEqualTo(GRID);
        snow.units.without(OTHER);

        deliver("organization.unit.closed", 1);

        assertThat(snow.callOuts.get("1").state()).isEqualTo(CallOut.CANCELLED);
        assertThatThrownBy(() -> deliver("organization.unit.closed", 2)).hasMessageContaining("Version 2");
    }

    @Test
    void whatWasBeforeAUnitBeganLeavesItsCallOutsAlone() {
        String young = "210102001003";
        snow.units.with(young, "三网格", "grid", DAY.minusDays(1));
        CallOut ordered = snow.order("1", young);

        deliver("organization.unit.split", 1, DAY.minusYears(1));

        assertThat(snow.callOuts.get("1")).isEqualTo(ordered);
    }

    @Test
    void aPreviewTellsHowManyCallOutsAreTouched() {
        snow.order("1", GRID);
        UnitScope grid = UnitScope.of(List.of(CodeRange.subtree(GRID)));

        assertThat(new CallOutConsequences(snow.desk)
                        .of(new PlannedRestructuring(
                                PlannedRestructuring.Kind.CLOSE, Set.of(GRID), 1, null, grid, DAY)))
                .singleElement()
                .satisfies(consequence -> {
                    assertThat(consequence.count()).isEqualTo(1);
                    assertThat(consequence.text().en()).contains("cancelled");
                });
    }

    @Test
    void healthWarnsOfWhatIsLongOverdue() {
        SnowHealth health = new SnowHealth(snow.desk, snow.settings);
        snow.order("1", GRID);
        assertThat(health.execute().getStatus()).isEqualTo(Result.Status.OK);

        database.clock().set(DAY.plusDays(3));

        assertThat(health.execute().getStatus()).isEqualTo(Result.Status.WARN);
    }

    @Test
    void whatIsExportedCanBeImportedAgain() throws IOException {
        TestSheets sheets = new TestSheets(database);
        CallOutSheet sheet = new CallOutSheet(snow.desk, snow.callOuts);
        snow.done("1", GRID, "3.5");
        snow.order("2", OTHER);

        ImportReport again = sheets.load(sheet, sheets.export(sheet, Map.of()), false);

        assertThat(again.rows()).isEqualTo(2);
        assertThat(again.unchanged()).isEqualTo(2);
    }

    @Test
    void aListWithAFaultIsNotTakenInAtAll() throws IOException {
        ImportReport report = new TestSheets(database)
                .load(
                        new CallOutSheet(snow.desk, snow.callOuts),
                        "单号,网格编码,队伍编码,日期,机械数,工时\n" + "1," + GRID + ",XD-01,2026-03-01,1,2\n" + "2," + GRID
                                + ",XD-77,2026-03-01,1,2\n" + "1," + GRID + ",XD-01,2026-03-01,1,99\n",
                        false);

        assertThat(report.violations()).hasSize(2);
        assertThat(report.violations().get(0).row()).isEqualTo(3);
        assertThat(report.violations().get(0).message().en()).isEqualTo("There is no such team");
        assertThat(snow.callOuts.list(ALL, PageQuery.first()).total()).isZero();
    }

    @Test
    void theSampleListsGoIn() throws IOException {
        snow.units.with("210102021", "集贤街道", "street").with("210102016", "吴淞街道", "street");
        TestSheets sheets = new TestSheets(database);

        ImportReport teams =
                sheets.load(new TeamSheet(snow.desk, snow.teams), Files.readString(Path.of("sample/teams.csv")), false);
        ImportReport callOuts = sheets.load(
                new CallOutSheet(snow.desk, snow.callOuts), Files.readString(Path.of("sample/call-outs.csv")), false);

        assertThat(teams.violations()).isEmpty();
        assertThat(teams.updated()).isEqualTo(1);
        assertThat(callOuts.created()).isEqualTo(4);
    }

    private void deliver(String name, int version) {
        deliver(name, version, DAY);
    }

    private void deliver(String name, int version, LocalDate date) {
        Event event = new Event(
                1,
                name,
                version,
                "unit/" + GRID,
                GRID,
                database.clock().instant(),
                "admin",
                Map.of("date", date.toString()));
        UnitChanges changes = new UnitChanges(snow.desk, snow.callOuts);
        database.access().asSystem("com.example.snow.unit-changes", () -> {
            database.transactions().run(tx -> changes.on(tx, event));
            return null;
        });
    }

    private static void assertRefused(Problem.Kind kind, ThrowingCallable work) {
        assertThatThrownBy(work)
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .extracting(Problem::kind)
                .isEqualTo(kind);
    }
}
