package org.gridloom.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gridloom.organization.NewUnit;
import org.gridloom.organization.UnitChange;
import org.gridloom.organization.UnitClose;
import org.gridloom.organization.UnitFilter;
import org.gridloom.organization.UnitMove;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.testkit.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TerritoryConcurrencyTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    @RegisterExtension
    final TestDatabase database = TestDatabase.of("org.gridloom.organization");

    private final ExecutorService threads = Executors.newFixedThreadPool(6);
    private TerritoryDesk desk;

    @BeforeEach
    void aDistrict() {
        desk = new TerritoryDesk(database).withDistrict();
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    /** Runs all at once; gives the outcome of each: null, or why it was refused. */
    private List<Problem.Kind> together(List<Runnable> works) throws Exception {
        CyclicBarrier start = new CyclicBarrier(works.size());
        List<Callable<Problem.Kind>> calls = new ArrayList<>();
        for (Runnable work : works) {
            calls.add(() -> {
                start.await();
                try {
                    work.run();
                    return null;
                } catch (Problem refused) {
                    return refused.kind();
                }
            });
        }
        List<Problem.Kind> outcomes = new ArrayList<>();
        for (Future<Problem.Kind> each : threads.invokeAll(calls)) {
            outcomes.add(each.get());
        }
        return outcomes;
    }

    @Test
    void ofTwoEditsOfOneUnitOneWinsAndTheOtherIsToldThatItChanged() throws Exception {
        for (int round = 1; round <= 10; round++) {
            long version = desk.version("210102001001", DAY);
            String name = "第" + round + "次";
            assertThat(together(List.of(
                            () -> desk.editing.change("210102001001", UnitChange.renamed(name + "甲", DAY), version),
                            () -> desk.editing.change("210102001001", UnitChange.renamed(name + "乙", DAY), version))))
                    .containsExactlyInAnyOrder(null, Problem.Kind.CHANGED);
        }
    }

    @Test
    void ofTwoMovesOfOneUnitOneWins() throws Exception {
        assertThat(together(List.of(
                        () -> desk.restructuring.move(
                                "210102001001", new UnitMove("210102002", null, DAY, null, null), 1, false),
                        () -> desk.restructuring.move(
                                "210102001001", new UnitMove("210102002", null, DAY, null, null), 1, false))))
                .containsOnlyOnce((Problem.Kind) null)
                .hasSize(2);
        assertThat(desk.count("210102002", "community", DAY)).isEqualTo(3);
    }

    @Test
    void unitsCreatedAtOnceNeverGetTheSameCode() throws Exception {
        List<Runnable> works = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String name = "并发" + i;
            works.add(() -> {
                for (int n = 0; n < 5; n++) {
                    desk.editing.create(NewUnit.named("210102001", name + "-" + n));
                }
            });
        }

        assertThat(together(works)).containsOnlyNulls();

        assertThat(desk.units
                        .list(UnitFilter.childrenOf("210102001", null), PageQuery.first())
                        .items())
                .hasSize(32)
                .extracting(unit -> unit.code())
                .doesNotHaveDuplicates();
    }

    @Test
    void nothingIsCreatedBelowAUnitThatEnds() throws Exception {
        for (String community : List.of("210102001001", "210102001002", "210102002001", "210102002002")) {
            LocalDate today = LocalDate.of(2026, 3, 2);
            together(List.of(
                    () -> desk.restructuring.close(community, new UnitClose(today, true, null, null), 1, false),
                    () -> desk.editing.create(NewUnit.named(community, "迟到一")),
                    () -> desk.editing.create(NewUnit.named(community + "001", "迟到二")),
                    () -> desk.editing.create(NewUnit.named(community + "002", "迟到三"))));
            long open = database.transactions().read(tx -> (Long) tx.em()
                    .createQuery("select count(u) from UnitEntity u where u.code like :below and u.validTo is null")
                    .setParameter("below", community + "%")
                    .getSingleResult());
            boolean closed = desk.directory.find(community, today).isEmpty();
            assertThat(closed ? open : 0).isZero();
        }
    }

    @Test
    void changesOfStructureAcrossTheDistrictNeitherDeadlockNorLoseUnits() throws Exception {
        List<Runnable> works = List.of(
                () -> desk.move("210102001001", "210102002", DAY),
                () -> desk.move("210102002001", "210102001", DAY),
                () -> desk.merge("合并", DAY, "210102001002", "210102002002"),
                () -> desk.editing.create(NewUnit.named("210102001", "新一")),
                () -> desk.editing.create(NewUnit.named("210102002", "新二")));

        assertThat(together(works)).doesNotContain(Problem.Kind.UNAVAILABLE);

        assertThat(desk.count("210102", "grid", DAY)).isEqualTo(8);
        long community = desk.count("210102", "community", DAY);
        assertThat(desk.count("210102001", "community", DAY) + desk.count("210102002", "community", DAY))
                .isEqualTo(community);
    }
}
