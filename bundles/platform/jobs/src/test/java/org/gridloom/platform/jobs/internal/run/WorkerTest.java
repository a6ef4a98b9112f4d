package org.gridloom.platform.jobs.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridloom.platform.jobs.internal.run.Stage.work;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.gridloom.platform.job.Job;
import org.gridloom.platform.job.Recurrence;
import org.gridloom.platform.jobs.internal.Databases;
import org.gridloom.platform.jobs.internal.JobView;
import org.gridloom.platform.jobs.internal.Permissions;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.testkit.RecordedAudit;
import org.gridloom.platform.testkit.RecordedEvent;
import org.gridloom.platform.tx.Tx;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.UnitScope;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkerTest {

    private static final Duration NOW = Duration.ZERO;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aJobRunsOnceWhenItIsDueAndNotBefore(Databases kind) {
        try (Stage stage = new Stage(kind)) {
            Worker worker = stage.worker(new Stage.Recorder());
            stage.schedule("a", HOUR);
            stage.schedule("b", NOW);
            work(worker);
            assertThat(stage.effects()).containsExactly("b");

            stage.db.clock().advance(HOUR);
            work(worker);
            work(worker);

            assertThat(stage.effects()).containsExactly("b", "a");
            assertThat(list(stage)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whatIsRolledBackWasNeitherScheduledNorCancelled(Databases kind) {
        try (Stage stage = new Stage(kind)) {
            stage.schedule("kept", NOW);
            assertThatThrownBy(() -> stage.db.platform().run(tx -> {
                        stage.schedule(tx, "never", NOW);
                        stage.jobs.cancel(tx, Stage.NAME, "kept");
                        throw new IllegalStateException("undone");
                    }))
                    .hasMessage("undone");

            work(stage.worker(new Stage.Recorder()));

            assertThat(stage.effects()).containsExactly("kept");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void schedulingAgainReplacesAndCancellingPrevents(Databases kind) {
        try (Stage stage = new Stage(kind)) {
            stage.schedule("moved", NOW);
            stage.schedule("moved", HOUR);
            stage.schedule("cancelled", NOW);
            stage.db.platform().run(tx -> {
                assertThat(stage.jobs.cancel(tx, Stage.NAME, "cancelled")).isTrue();
                assertThat(stage.jobs.cancel(tx, Stage.NAME, "cancelled")).isFalse();
                stage.schedule(tx, "both", NOW);
                stage.jobs.cancel(tx, Stage.NAME, "both");
            });
            work(stage.worker(new Stage.Recorder()));
            assertThat(stage.effects()).isEmpty();

            stage.db.clock().advance(HOUR);
            work(stage.worker(new Stage.Recorder()));

            assertThat(stage.effects()).containsExactly("moved");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aJobThatSchedulesItselfRunsAgainThen(Databases kind) {
        try (Stage stage = new Stage(kind)) {
            Worker worker = stage.worker(new Stage.Recorder() {
                @Override
                public void run(Tx tx, Job job) {
                    super.run(tx, job);
                    if (job.payload().get("last") == null) {
                        stage.jobs.schedule(
                                tx, Stage.NAME, job.key(), job.dueAt().plus(HOUR), Map.of("last", true));
                    }
                }
            });
            stage.schedule("a", NOW);
            work(worker);
            assertThat(stage.effects()).containsExactly("a");

            stage.db.clock().advance(HOUR);
            work(worker);
            stage.db.clock().advance(HOUR);
            work(worker);

            assertThat(stage.effects()).containsExactly("a", "a");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aJobThatFailsIsTriedAFewTimesThenParkedAndHoldsNobodyBack(Databases kind) {
        try (Stage stage = new Stage(kind)) {
            Stage.Recorder recorder = new Stage.Recorder();
            recorder.poison.add("bad");
            Worker worker = stage.worker(recorder);
            stage.schedule("bad", NOW);
            stage.schedule("good", NOW);
            work(worker);
            assertThat(stage.effects()).containsExactly("good");
            assertThat(only(stage)).satisfies(job -> {
                assertThat(job.state()).isEqualTo(JobView.RETRIED);
                assertThat(job.nextAttemptAt())
                        .isEqualTo(stage.db.clock().instant().plusSeconds(1));
            });

            int waits = 0;
            while (!only(stage).state().equals(JobView.PARKED)) {
                stage.db.clock().advance(LONGEST_WAIT);
                work(worker);
                waits++;
            }

            assertThat(waits).isEqualTo(5);
            JobView parked = only(stage);
            assertThat(parked.attempts()).isEqualTo(6);
            assertThat(parked.error()).isEqualTo("java.lang.IllegalArgumentException: cannot do it");
            assertThat(stage.parked).extracting(Job::key).containsExactly("bad");
            assertThat(stage.db.events()).extracting(RecordedEvent::name).containsExactly("jobs.job.parked");
            stage.db.clock().advance(Duration.ofDays(9));
            work(worker);
            assertThat(stage.effects()).containsExactly("good");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void anOperatorRetriesRunsAndCancels(Databases kind) {
        try (Stage stage = new Stage(kind)) {
            Stage.Recorder recorder = new Stage.Recorder();
            recorder.poison.add("bad");
            Worker worker = stage.worker(recorder);
            stage.schedule("bad", NOW);
            work(worker);
            long bad = only(stage).id();
            recorder.poison.clear();
            stage.desk().retry(bad);
            work(worker);
            stage.schedule("later", HOUR);
            stage.desk().run(only(stage).id());
            work(worker);
            stage.schedule("unwanted", HOUR);
            long unwanted = only(stage).id();
            assertThatThrownBy(() -> stage.desk().retry(unwanted)).isInstanceOf(Problem.class);
            assertThatThrownBy(() -> stage.desk().cancel(unwanted, " "))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            p -> assertThat(p.violations())
                                    .singleElement()
                                    .satisfies(violation ->
                                            assertThat(violation.field()).isEqualTo("reason")));
            stage.desk().cancel(unwanted, "不需要");

            assertThat(stage.effects()).containsExactly("bad", "later");
            assertThat(list(stage)).isEmpty();
            assertThat(stage.db.audit())
                    .extracting(RecordedAudit::action)
                    .containsExactly("jobs.job.retried", "jobs.job.started", "jobs.job.cancelled");
            assertThatThrownBy(() -> stage.desk().run(unwanted))
                    .isInstanceOfSatisfying(
                            Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void missedDaysAreMadeUpForOnce(Databases kind) {
        try (Stage stage = new Stage(kind)) {
            Worker worker = stage.worker(new Stage.Clockwork(stage, Recurrence.daily(LocalTime.of(3, 10))));
            stage.db.clock().set(LocalDate.of(2026, 3, 2));
            work(worker);
            assertThat(stage.effects()).isEmpty();

            stage.db.clock().set(LocalDate.of(2026, 3, 12));
            work(worker);
            work(worker);
            // The clock was wrong and is put back: nothing runs twice.
            stage.db.clock().set(LocalDate.of(2026, 3, 11));
            work(worker);
            stage.db.clock().set(LocalDate.of(2026, 3, 13));
            work(worker);

            assertThat(stage.effects()).containsExactly("2026-03-12T09:00", "2026-03-13T09:00");
            assertThat(only(stage)).satisfies(job -> {
                assertThat(job.recurring()).isTrue();
                assertThat(job.doneAt()).isEqualTo(stage.db.clock().instant());
                assertThat(job.dueAt()).isEqualTo("2026-03-13T19:10:00Z");
            });
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aRecurringJobThatFailsTooOftenGetsAnotherChanceAtItsNextTime(Databases kind) {
        try (Stage stage = new Stage(kind)) {
            Stage.Clockwork clockwork = new Stage.Clockwork(stage, Recurrence.daily(LocalTime.of(3, 10)));
            Worker worker = stage.worker(clockwork);
            work(worker);
            stage.db.clock().set(LocalDate.of(2026, 3, 3));
            clockwork.fails = true;
            for (int i = 0; i <= 5; i++) {
                work(worker);
                stage.db.clock().advance(LONGEST_WAIT);
            }
            assertThat(only(stage)).satisfies(job -> {
                assertThat(job.attempts()).isEqualTo(6);
                assertThat(job.nextAttemptAt()).isEqualTo("2026-03-03T19:10:00Z");
            });
            assertThat(stage.parked).isEmpty();

            clockwork.fails = false;
            stage.db.clock().set(LocalDate.of(2026, 3, 4));
            work(worker);

            assertThat(stage.effects()).hasSize(1);
            assertThat(only(stage).attempts()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aChangedRecurrenceHoldsAtOnceAndOneThatIsGoneEnds(Databases kind) {
        try (Stage stage = new Stage(kind)) {
            work(stage.worker(new Stage.Clockwork(stage, Recurrence.every(Duration.ofDays(9)))));
            work(stage.worker(new Stage.Clockwork(stage, Recurrence.every(Duration.ofDays(99)))));
            assertThat(only(stage).dueAt()).isEqualTo(stage.db.clock().instant().plus(Duration.ofDays(9)));

            work(stage.worker(new Stage.Clockwork(stage, Recurrence.every(HOUR))));
            assertThat(only(stage).dueAt()).isEqualTo(stage.db.clock().instant().plus(HOUR));

            work(stage.worker(new Stage.Recorder()));
            assertThat(list(stage)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void jobsOfAModuleThatIsNotThereWait(Databases kind) {
        try (Stage stage = new Stage(kind)) {
            stage.schedule("a", NOW);
            Worker updating = new Worker(
                    new Stage.Recorder(),
                    () -> null,
                    stage.db.platform(),
                    stage.db.access(),
                    (id, job) -> {},
                    stage.db.clock());
            work(updating);
            assertThat(only(stage)).satisfies(job -> {
                assertThat(job.here()).isFalse();
                assertThat(job.state()).isEqualTo(JobView.WAITING);
            });

            work(stage.worker(new Stage.Recorder()));

            assertThat(stage.effects()).containsExactly("a");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aRecurringJobIsNotCancelledWhileItsModuleIsThere(Databases kind) {
        try (Stage stage = new Stage(kind)) {
            Stage.Clockwork clockwork = new Stage.Clockwork(stage, Recurrence.every(HOUR));
            work(stage.worker(clockwork));
            long id = only(stage).id();
            stage.desk().cancel(id, "模块已卸载");
            assertThat(list(stage)).isEmpty();

            work(stage.worker(clockwork));
            long again = only(stage).id();

            assertThatThrownBy(() -> stage.desk(clockwork).cancel(again, "停用"))
                    .isInstanceOfSatisfying(
                            Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.CONFLICT));
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void onlyWhoMayInTheWholeDistrictSeesOrChangesJobs(Databases kind) {
        try (Stage stage = new Stage(kind)) {
            stage.schedule("a", HOUR);
            long id = only(stage).id();
            UnitScope street = UnitScope.of(List.of(CodeRange.subtree("210102021")));
            stage.db.access().signIn("li", Map.of(Permissions.JOB_VIEW, street, Permissions.JOB_MANAGE, street));

            assertThatThrownBy(() -> list(stage)).isInstanceOf(Problem.class);
            assertThatThrownBy(() -> stage.desk().get(id)).isInstanceOf(Problem.class);
            assertThatThrownBy(() -> stage.desk().run(id)).isInstanceOf(Problem.class);
            assertThatThrownBy(() -> stage.desk().cancel(id, "x")).isInstanceOf(Problem.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void listsAreByNameAndState(Databases kind) {
        try (Stage stage = new Stage(kind)) {
            Stage.Recorder recorder = new Stage.Recorder();
            recorder.poison.add("bad");
            stage.schedule("bad", NOW);
            work(stage.worker(recorder));
            stage.schedule("later", HOUR);

            assertThat(list(stage, Stage.NAME, JobView.WAITING))
                    .extracting(JobView::key)
                    .containsExactly("later");
            assertThat(list(stage, null, JobView.RETRIED))
                    .extracting(JobView::key)
                    .containsExactly("bad");
            assertThat(list(stage, "other", null)).isEmpty();
            assertThat(stage.desk().names()).containsExactly(Stage.NAME);
            assertThatThrownBy(() -> list(stage, null, "lost")).isInstanceOf(Problem.class);
        }
    }

    private static JobView only(Stage stage) {
        assertThat(list(stage)).hasSize(1);
        return list(stage).get(0);
    }

    private static List<JobView> list(Stage stage) {
        return list(stage, null, null);
    }

    private static List<JobView> list(Stage stage, String name, String state) {
        return stage.desk().list(name, state, PageQuery.first()).items();
    }
}
