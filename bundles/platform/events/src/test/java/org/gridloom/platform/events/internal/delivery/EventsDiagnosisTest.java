package org.gridloom.platform.events.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridloom.platform.events.internal.delivery.Stage.deliver;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gridloom.platform.diagnosis.Finding;
import org.gridloom.platform.diagnosis.Finding.Level;
import org.gridloom.platform.events.internal.Databases;
import org.gridloom.platform.events.internal.chain.Anchors;
import org.gridloom.platform.events.internal.chain.Chain;
import org.gridloom.platform.events.internal.chain.Sealer;
import org.gridloom.platform.events.internal.chain.Verified;
import org.gridloom.platform.events.internal.doctor.EventsDiagnosis;
import org.gridloom.platform.events.internal.doctor.EventsDoctorSettings;
import org.gridloom.platform.testkit.TestFiles;
import org.gridloom.platform.testkit.TestSettings;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the doctor finds out about audit trail and events. */
class EventsDiagnosisTest {

    private static final int ATTEMPTS = 6;

    @TempDir
    private Path data;

    private Level level(Stage stage, Subscriptions node, String check) {
        return diagnosis(stage, node).findings().stream()
                .filter(finding -> finding.check().equals(check))
                .map(Finding::level)
                .max(Level::compareTo)
                .orElse(null);
    }

    private EventsDiagnosis diagnosis(Stage stage, Subscriptions node) {
        return new EventsDiagnosis(
                TestSettings.defaults(EventsDoctorSettings.class),
                stage.db.platform(),
                anchors(stage),
                new Lags(stage.db.platform(), node),
                stage.db.clock());
    }

    private Anchors anchors(Stage stage) {
        return new Anchors(stage.db.platform(), TestFiles.in(data), stage.db.clock());
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void recordsThatStayUnsealedAreAProblem(Databases kind) {
        try (Stage stage = new Stage(kind)) {
            Databases.record(stage.db, "item/1", null);
            assertThat(level(stage, stage.idle(), "audit.sealing")).isEqualTo(Level.OK);
            stage.db.clock().advance(Duration.ofMinutes(2));

            assertThat(level(stage, stage.idle(), "audit.sealing")).isEqualTo(Level.PROBLEM);
            seal(stage);
            assertThat(level(stage, stage.idle(), "audit.sealing")).isEqualTo(Level.OK);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void endsThatAreNotPutDownOrWereTouchedAreFound(Databases kind) throws Exception {
        try (Stage stage = new Stage(kind)) {
            Databases.record(stage.db, "item/1", null);
            seal(stage);
            stage.db.clock().advance(Duration.ofMinutes(11));
            assertThat(level(stage, stage.idle(), "audit.anchors")).isEqualTo(Level.WARNING);
            anchors(stage).keep();
            assertThat(level(stage, stage.idle(), "audit.anchors")).isEqualTo(Level.OK);

            try (var files = Files.newDirectoryStream(data.resolve("anchors"), "audit-*.json")) {
                for (Path file : files) {
                    Files.writeString(file, Files.readString(file).replace("\"position\":1", "\"position\":2"));
                }
            }

            assertThat(level(stage, stage.idle(), "audit.anchors")).isEqualTo(Level.PROBLEM);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aVerificationThatIsLongAgoIsNotedAndOneThatFoundSomethingIsAProblem(Databases kind) {
        try (Stage stage = new Stage(kind)) {
            Instant now = stage.db.clock().instant();
            assertThat(level(stage, stage.idle(), "audit.verified")).isEqualTo(Level.NOTE);
            anchors(stage).verified(new Verified(now, true));
            assertThat(level(stage, stage.idle(), "audit.verified")).isEqualTo(Level.OK);
            anchors(stage).verified(new Verified(now.minus(Duration.ofDays(40)), true));
            assertThat(level(stage, stage.idle(), "audit.verified")).isEqualTo(Level.NOTE);
            anchors(stage).verified(new Verified(now, false));
            assertThat(level(stage, stage.idle(), "audit.verified")).isEqualTo(Level.PROBLEM);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aSubscriberWithParkedEventsIsWarnedOfAndCounted(Databases kind) {
        try (Stage stage = new Stage(kind)) {
            Recorder recorder = new Recorder("test.made");
            recorder.poison.add("bad");
            stage.publish("test.made", "item/1", "bad");
            Subscription subscription = stage.subscription(recorder);
            for (int i = 0; i < ATTEMPTS; i++) {
                deliver(subscription);
                stage.db.clock().advance(Duration.ofHours(1));
            }

            List<Finding> findings = diagnosis(stage, stage.idle()).findings();

            assertThat(findings)
                    .filteredOn(finding -> finding.check().equals("events.delivery"))
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.level()).isEqualTo(Level.WARNING);
                        assertThat(finding.next().en()).contains("events:parked test.recorder;");
                    });
            assertThat(diagnosis(stage, stage.idle()).metrics().toString()).contains("test.recorder");
        }
    }

    private static void seal(Stage stage) {
        for (Chain chain : Chain.values()) {
            new Sealer(stage.db.platform()).seal(chain);
        }
    }
}
