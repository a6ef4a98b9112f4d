package org.gridloom.platform.jobs.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.gridloom.platform.job.Job;
import org.gridloom.platform.jobs.internal.Databases;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.tx.Tx;

/** Jobs that are due some time, put off, cancelled, and fail now and then, while several nodes do them. */
class RandomJobsTest {

    private static final int ROUNDS = 200;

    /** What is done with a job that may be there. */
    enum Act {
        SCHEDULE,
        CANCEL
    }

    /**
     * @param minutes until it is due
     * @param pause that follows, in minutes
     */
    record Step(Act act, String key, int minutes, int pause) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Act.SCHEDULE, Act.SCHEDULE, Act.SCHEDULE, Act.CANCEL),
                        Arbitraries.of("a", "b", "c", "d", "e", "f", "g", "h"),
                        Arbitraries.integers().between(0, 120),
                        Arbitraries.integers().between(0, 40))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25);
    }

    /** How often a job fails before it is done; once more, and it would be parked. */
    @Provide
    Arbitrary<List<Integer>> failures() {
        return Arbitraries.integers().between(0, BackOff.MOST).list().ofSize(8);
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void eachJobTakesEffectOnceAndNotBeforeItIsDue(
            @ForAll Databases kind,
            @ForAll("steps") List<Step> steps,
            @ForAll @IntRange(min = 1, max = 3) int nodes,
            @ForAll("failures") List<Integer> failures)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(nodes);
        try (Stage stage = new Stage(kind)) {
            Ledger ledger = new Ledger(stage, failures);
            List<Callable<Void>> work = new ArrayList<>();
            for (int i = 0; i < nodes; i++) {
                Worker worker = stage.worker(ledger);
                work.add(() -> {
                    Stage.work(worker);
                    return null;
                });
            }
            Set<String> expected = new HashSet<>();
            for (Step step : steps) {
                ledger.take(step, expected);
                stage.db.clock().advance(Duration.ofMinutes(step.pause()));
                together(threads, work);
                ledger.requireNothingEarly();
            }
            for (int round = 0; round < ROUNDS && stage.effects().size() < expected.size(); round++) {
                stage.db.clock().advance(Duration.ofMinutes(10));
                together(threads, work);
            }

            assertThat(stage.effects()).containsExactlyInAnyOrderElementsOf(expected);
            ledger.requireNothingEarly();
            assertThat(stage.parked).isEmpty();
            assertThat(stage.desk().list(null, null, PageQuery.first()).total()).isZero();
        } finally {
            threads.shutdownNow();
        }
    }

    private static void together(ExecutorService threads, List<Callable<Void>> work) throws Exception {
        for (Future<Void> each : threads.invokeAll(work)) {
            each.get();
        }
    }

    /** Writes what ran, each time that a key was scheduled anew under a number of its own; fails so often before. */
    private static final class Ledger extends Stage.Recorder {

        private final Stage stage;
        private final List<Integer> failures;
        private final Map<String, String> waiting = new HashMap<>();
        private final Map<String, Instant> due = new ConcurrentHashMap<>();
        private final Map<String, Integer> failed = new ConcurrentHashMap<>();
        private final Set<String> early = ConcurrentHashMap.newKeySet();
        private int number;

        Ledger(Stage stage, List<Integer> failures) {
            this.stage = stage;
            this.failures = failures;
        }

        /** What was scheduled and has not run yet is put off, or cancelled, and takes no effect as it was. */
        void take(Step step, Set<String> expected) {
            Set<String> done = new HashSet<>(stage.effects());
            String former = waiting.remove(step.key());
            if (former != null && !done.contains(former)) {
                expected.remove(former);
            }
            if (step.act() == Act.CANCEL) {
                stage.db.platform().call(tx -> stage.jobs.cancel(tx, Stage.NAME, step.key()));
                return;
            }
            String text = step.key() + number++;
            Instant at = stage.db.clock().instant().plus(Duration.ofMinutes(step.minutes()));
            due.put(text, at);
            waiting.put(step.key(), text);
            expected.add(text);
            stage.db.platform().run(tx -> stage.jobs.schedule(tx, Stage.NAME, step.key(), at, Map.of("text", text)));
        }

        void requireNothingEarly() {
            assertThat(early).isEmpty();
        }

        @Override
        public void run(Tx tx, Job job) {
            String text = String.valueOf(job.payload().get("text"));
            if (stage.db.clock().instant().isBefore(due.get(text))) {
                early.add(text);
            }
            write(tx, text);
            int most = failures.get(Math.floorMod(text.hashCode(), failures.size()));
            if (failed.merge(text, 1, Integer::sum) <= most) {
                throw new IllegalStateException("not yet");
            }
        }
    }
}
