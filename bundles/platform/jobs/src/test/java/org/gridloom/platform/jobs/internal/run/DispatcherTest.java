package org.gridloom.platform.jobs.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.gridloom.platform.job.Job;
import org.gridloom.platform.job.JobHandler;
import org.gridloom.platform.job.Recurrence;
import org.gridloom.platform.jobs.internal.Databases;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.tx.Tx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DispatcherTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whatIsScheduledForNowRunsSoonAfterTheCommit(Databases kind) {
        try (Stage stage = new Stage(kind)) {
            Dispatcher node = stage.node();
            stage.db.onCommit(node::committed);
            node.add(new Stage.Recorder(), "platform");

            stage.schedule("a", Duration.ZERO);

            await().atMost(SOON).untilAsserted(() -> assertThat(stage.effects()).containsExactly("a"));
            node.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aHandlerThatHangsDoesNotHoldUpTheOthers(Databases kind) {
        try (Stage stage = new Stage(kind)) {
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch end = new CountDownLatch(1);
            Dispatcher node = stage.node();
            node.add(new Hanging(begun, end), "platform");
            stage.db
                    .platform()
                    .run(tx -> IntStream.range(0, 5)
                            .forEach(i -> stage.jobs.schedule(
                                    tx,
                                    "test.hanging",
                                    "h" + i,
                                    stage.db.clock().instant(),
                                    Map.of())));
            await().atMost(SOON).until(() -> begun.getCount() == 0);

            node.add(new Stage.Recorder(), "platform");
            IntStream.range(0, 20).forEach(i -> stage.schedule("n" + i, Duration.ZERO));

            await().atMost(SOON).untilAsserted(() -> assertThat(stage.effects()).hasSize(20));
            end.countDown();
            node.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aSecondHandlerOfTheSameNameGetsNothing(Databases kind) {
        try (Stage stage = new Stage(kind)) {
            Dispatcher node = stage.node();
            Stage.Recorder first = new Stage.Recorder();
            node.add(first, "absent");
            node.add(new Stage.Recorder(), "platform");
            assertThat(node.knows(Stage.NAME)).isTrue();
            node.removeHandler(first);
            assertThat(node.knows(Stage.NAME)).isFalse();
            node.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void severalNodesDoEachJobOnceAndARecurringOneOnceATime(Databases kind) throws Exception {
        try (Stage stage = new Stage(kind)) {
            Stage.Clockwork nightly = new Stage.Clockwork(stage, Recurrence.every(Duration.ofDays(1))) {
                @Override
                public String name() {
                    return "test.nightly";
                }
            };
            List<Dispatcher> nodes =
                    IntStream.range(0, 3).mapToObj(i -> stage.node()).toList();
            nodes.forEach(node -> {
                stage.db.onCommit(node::committed);
                node.add(nightly, "platform");
                node.add(new Stage.Recorder(), "platform");
            });
            await().atMost(SOON).until(() -> stage.desk().names().contains("test.nightly"));
            stage.db.clock().advance(Duration.ofDays(3));
            ExecutorService users = Executors.newFixedThreadPool(4);
            List<Future<?>> all = IntStream.range(0, 200)
                    .<Future<?>>mapToObj(i -> users.submit(() -> stage.schedule("n" + i, Duration.ZERO)))
                    .toList();
            for (Future<?> one : all) {
                one.get(60, TimeUnit.SECONDS);
            }

            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(stage.effects()).hasSize(201));
            nodes.forEach(Dispatcher::close);
            users.shutdown();
            assertThat(stage.effects()).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void manyWhoScheduleTheSameAtOnceLeaveOneJobAndNobodyFails(Databases kind) throws Exception {
        try (Stage stage = new Stage(kind)) {
            ExecutorService users = Executors.newFixedThreadPool(8);
            List<Future<?>> all = IntStream.range(0, 80)
                    .<Future<?>>mapToObj(i -> users.submit(() -> stage.schedule("same" + i % 5, Duration.ofDays(1))))
                    .toList();
            for (Future<?> one : all) {
                one.get(60, TimeUnit.SECONDS);
            }
            users.shutdown();
            assertThat(stage.desk().list(null, null, PageQuery.first()).total()).isEqualTo(5);
        }
    }

    /** As when nodes die: the database ends their sessions at random moments, with whatever they were doing. */
    @Test
    void connectionsThatDieLoseNoJobAndDoNoneTwice() throws Exception {
        int jobs = 300;
        try (Stage stage = new Stage(Databases.POSTGRESQL)) {
            Random random = new Random();
            AtomicInteger kills = new AtomicInteger();
            List<Dispatcher> nodes =
                    IntStream.range(0, 2).mapToObj(i -> stage.node()).toList();
            IntStream.range(0, jobs).forEach(i -> stage.schedule("n" + i, Duration.ZERO));
            nodes.forEach(node -> node.add(new Slow(), "platform"));
            while (stage.effects().size() < jobs && kills.get() < 40) {
                TimeUnit.MILLISECONDS.sleep(random.nextInt(40));
                kill(stage.db, kills);
            }
            // What failed on the way waits for its next attempt.
            await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
                stage.db.clock().advance(Duration.ofMinutes(10));
                assertThat(new java.util.HashSet<>(stage.effects())).hasSize(jobs);
            });
            nodes.forEach(Dispatcher::close);
            assertThat(kills.get()).isPositive();
            assertThat(stage.effects()).hasSize(jobs).doesNotHaveDuplicates();
            assertThat(stage.desk().list(null, null, PageQuery.first()).total()).isZero();
        }
    }

    private static void kill(TestDatabase db, AtomicInteger kills) throws SQLException {
        try (Connection connection = db.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid()"
                        + " and state in ('active', 'idle in transaction') order by random() limit 2")) {
            while (row.next()) {
                kills.incrementAndGet();
            }
            connection.rollback();
        } catch (SQLException e) {
            // Found itself without a connection: so be it.
            kills.get();
        }
    }

    /** Takes its time between the effect and the commit. */
    private static final class Slow extends Stage.Recorder {
        @Override
        public void run(Tx tx, Job job) {
            super.run(tx, job);
            try {
                TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(8));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private record Hanging(CountDownLatch begun, CountDownLatch end) implements JobHandler {
        @Override
        public String name() {
            return "test.hanging";
        }

        @Override
        public void run(Tx tx, Job job) {
            begun.countDown();
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
