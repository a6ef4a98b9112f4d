package org.gridloom.platform.sheets.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.sheet.Progress.Standing;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.tx.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two nodes on one database. */
class RunsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration OFTEN = Duration.ofMillis(100);

    @RegisterExtension
    final TestDatabase database = TestDatabase.of();

    private Runs here;
    private Runs there;

    @BeforeEach
    void twoNodes() {
        here = new Runs(database.access(), new SharedRuns(database.platform()), OFTEN);
        there = new Runs(database.access(), new SharedRuns(database.platform()), OFTEN);
    }

    @AfterEach
    void stop() {
        here.close();
        there.close();
    }

    private void awaitThere(Standing standing) {
        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(Problem.class)
                .until(() -> there.standing("units").equals(standing));
    }

    private static void assertMissing(Runs node) {
        assertThatThrownBy(() -> node.standing("units"))
                .isInstanceOfSatisfying(Problem.class, e -> assertThat(e.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
    }

    @Test
    void anImportIsFollowedOnTheOtherNodeAndGoneWithItsEnd() {
        try (Runs.Run run = here.begin("units")) {
            assertThat(run.at(500, 2000)).isTrue();
            assertThat(here.standing("units")).isEqualTo(new Standing(500, 2000));
            awaitThere(new Standing(500, 2000));
            run.at(1000, 2000);
            awaitThere(new Standing(1000, 2000));
        }
        assertMissing(here);
        assertThatThrownBy(() -> here.cancel("units")).isInstanceOf(Problem.class);
        await().atMost(PATIENCE).untilAsserted(() -> assertMissing(there));
    }

    @Test
    void anImportIsCancelledFromTheOtherNode() {
        try (Runs.Run run = here.begin("units")) {
            awaitThere(new Standing(0, -1));
            there.cancel("units");
            await().atMost(PATIENCE).until(() -> !run.at(500, 2000));
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertMissing(there));
        try (Runs.Run again = there.begin("units")) {
            assertThat(again.at(1, 2)).isTrue();
        }
    }

    @Test
    void nobodyElseFollowsIt() {
        try (Runs.Run run = here.begin("units")) {
            awaitThere(new Standing(0, -1));
            assertThatThrownBy(() -> here.begin("units"))
                    .isInstanceOfSatisfying(
                            Problem.class, e -> assertThat(e.kind()).isEqualTo(Problem.Kind.CONFLICT));
            database.access().signIn("other", Map.of());

            assertMissing(here);
            assertMissing(there);
            assertThatThrownBy(() -> there.cancel("units")).isInstanceOf(Problem.class);
            assertThat(run.at(1, 2)).isTrue();
        }
    }

    @Test
    void itsNameCanBeHadAgainAtOnce() {
        try (Runs.Run run = here.begin("units")) {
            awaitThere(new Standing(0, -1));
            run.at(1, 2);
        }
        try (Runs.Run again = here.begin("units")) {
            again.at(7, 9);
            awaitThere(new Standing(7, 9));
            await().during(OFTEN.multipliedBy(5))
                    .atMost(PATIENCE)
                    .until(() -> there.standing("units").done() == 7);
        }
    }

    @Test
    void whatAKilledNodeToldIsForgotten() {
        database.platform()
                .run(tx -> Sql.of(tx)
                        .update(
                                "insert into platform_sheet_run (account, name, done, total, cancelled, told_at)"
                                        + " values (?, 'units', 1, 2, true, current_timestamp - interval '40' second)",
                                database.access().caller().account()));

        assertMissing(here);
        try (Runs.Run run = here.begin("units")) {
            awaitThere(new Standing(0, -1));
            assertThat(run.at(1, 2)).isTrue();
        }
    }

    @Test
    void aNameIsNotTooLong() {
        assertThatThrownBy(() -> here.begin("n".repeat(101)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        e -> assertThat(e.violations().get(0).field()).isEqualTo("follow"));
    }
}
