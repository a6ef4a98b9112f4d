package org.gridloom.platform.jobs.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridloom.platform.jobs.internal.run.Stage.work;

import java.time.Duration;
import java.time.LocalTime;
import org.gridloom.platform.diagnosis.Finding;
import org.gridloom.platform.diagnosis.Finding.Level;
import org.gridloom.platform.job.Recurrence;
import org.gridloom.platform.jobs.internal.Databases;
import org.gridloom.platform.jobs.internal.doctor.JobsDiagnosis;
import org.gridloom.platform.jobs.internal.doctor.JobsDoctorSettings;
import org.gridloom.platform.testkit.TestSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the doctor finds out about jobs. */
class JobsDiagnosisTest {

    private static final Duration LATE = Duration.ofMinutes(6);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private static JobsDiagnosis diagnosis(Stage stage, Dispatcher node) {
        return new JobsDiagnosis(
                TestSettings.defaults(JobsDoctorSettings.class), stage.db.platform(), node, stage.db.clock());
    }

    /** Of a node that does no jobs at all. */
    private static Finding finding(Stage stage) {
        Dispatcher node = stage.node();
        try {
            return diagnosis(stage, node).findings().get(0);
        } finally {
            node.close();
        }
    }

    private static void failUntilNotTried(Stage stage, Worker worker) {
        for (int i = 0; i <= BackOff.MOST; i++) {
            work(worker);
            stage.db.clock().advance(LONGEST_WAIT);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aJobThatFailsIsNotedUntilItIsParkedAndThenWarnedOf(Databases kind) {
        try (Stage stage = new Stage(kind)) {
            Stage.Recorder recorder = new Stage.Recorder();
            recorder.poison.add("bad");
            Worker worker = stage.worker(recorder);
            stage.schedule("bad", Duration.ZERO);
            assertThat(finding(stage).level()).isEqualTo(Level.OK);
            work(worker);
            assertThat(finding(stage).level()).isEqualTo(Level.NOTE);

            failUntilNotTried(stage, worker);

            Finding parked = finding(stage);
            assertThat(parked.level()).isEqualTo(Level.WARNING);
            assertThat(parked.what().en()).isEqualTo("test.recorder: 1 jobs are parked");
            assertThat(parked.next().en()).contains("jobs:list --name test.recorder --state parked");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aRecurringJobThatGoesOnFailingIsWarnedOf(Databases kind) {
        try (Stage stage = new Stage(kind)) {
            Stage.Clockwork nightly = new Stage.Clockwork(stage, Recurrence.daily(LocalTime.of(3, 0)));
            nightly.fails = true;
            Worker worker = stage.worker(nightly);
            work(worker);
            stage.db.clock().advance(Duration.ofDays(1));

            failUntilNotTried(stage, worker);

            assertThat(finding(stage).level()).isEqualTo(Level.WARNING);
            assertThat(finding(stage).what().en()).contains("has failed 6 times in a row");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aJobThatIsLateIsFoundAndIsNoFaultOfANodeThatDoesNotDoIt(Databases kind) {
        try (Stage stage = new Stage(kind)) {
            stage.schedule("a", Duration.ZERO);
            stage.db.clock().advance(LATE);

            assertThat(finding(stage).level()).isEqualTo(Level.NOTE);

            Dispatcher node = stage.node();
            // Of a unit that is not there, so that it stays late.
            node.add(new Stage.Recorder(), "absent");
            assertThat(diagnosis(stage, node).findings().get(0).level()).isEqualTo(Level.WARNING);
            assertThat(diagnosis(stage, node).metrics().toString()).contains("gridloom_jobs_late_seconds", "360");
            node.close();
        }
    }
}
