package org.gridloom.platform.states.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.state.Case;
import org.gridloom.platform.state.CaseMove;
import org.gridloom.platform.state.RefusedMove;
import org.gridloom.platform.testkit.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several who move one case at the same time, as two nodes do that share a database. */
class MoversTest {

    private static final String UNIT = "org.gridloom.platform.states";
    private static final int MOVERS = 4;
    private static final int ROUNDS = 10;

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void ofSeveralMoversExactlyOneWinsAndTheOthersAreToldTheNewState(String kind) throws Exception {
        try (TestDatabase database = on(kind)) {
            Office one = new Office(database);
            Office other = new Office(database);
            for (int round = 0; round < ROUNDS; round++) {
                Case opened = one.open("c" + round, "snow");
                List<Callable<String>> movers = new ArrayList<>();
                for (int mover = 0; mover < MOVERS; mover++) {
                    Office office = mover % 2 == 0 ? one : other;
                    String action = mover < 2 ? "accept" : "decline";
                    movers.add(() -> moved(office, opened, action));
                }

                List<String> outcomes = together(movers);

                Case after = one.cases.get(one.errands.machine(), opened.subject());
                assertThat(outcomes)
                        .containsOnlyOnce("moved")
                        .filteredOn(outcome -> !outcome.equals("moved"))
                        .allMatch(outcome -> outcome.equals(after.state()));
                assertThat(one.cases.timeline(one.errands.machine(), opened.subject()))
                        .extracting(CaseMove::to)
                        .containsExactly("reported", after.state());
            }
            assertThat(database.events()).hasSize(2 * ROUNDS);
            assertThat(database.audit()).hasSize(2 * ROUNDS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aRecordIsOpenedOnceHoweverManyTry(String kind) throws Exception {
        try (TestDatabase database = on(kind)) {
            Office office = new Office(database);
            List<Callable<String>> openers = new ArrayList<>();
            for (int opener = 0; opener < MOVERS; opener++) {
                openers.add(() -> {
                    try {
                        office.open("same", "snow");
                        return "opened";
                    } catch (Problem problem) {
                        return problem.kind().name();
                    }
                });
            }
            assertThat(together(openers)).containsOnlyOnce("opened").containsOnly("opened", "CONFLICT");
            assertThat(database.events()).hasSize(1);
        }
    }

    /** {@code moved}, or the state that the loser was told. */
    private static String moved(Office office, Case opened, String action) {
        try {
            office.move(opened, action, Map.of());
            return "moved";
        } catch (RefusedMove refused) {
            return refused.current().state();
        }
    }

    private static TestDatabase on(String kind) {
        return kind.equals("h2") ? TestDatabase.onH2(8, UNIT) : TestDatabase.onPostgres(8, UNIT);
    }

    private static List<String> together(List<Callable<String>> works) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(works.size());
        try {
            List<String> outcomes = new ArrayList<>();
            for (Future<String> each : threads.invokeAll(works)) {
                outcomes.add(each.get());
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }
}
