package org.gridloom.platform.operations.internal.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.gridloom.platform.diagnosis.Diagnosis;
import org.gridloom.platform.diagnosis.Finding;
import org.gridloom.platform.diagnosis.Finding.Level;
import org.gridloom.platform.operations.internal.Permissions;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.testkit.TestSettings;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.UnitScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DoctorTest {

    @RegisterExtension
    static final TestDatabase DB = TestDatabase.of();

    private static final Text WORDS = Text.of("如此", "so");

    private Doctor doctor = doctor(60);

    private static Doctor doctor(int seconds) {
        return new Doctor(
                TestSettings.with(DoctorSettings.class, Map.of("patienceSeconds", seconds)), DB.access(), DB.clock());
    }

    @AfterEach
    void close() {
        doctor.close();
        DB.access().signIn("tester");
    }

    @Test
    void theWorstComesFirstAndDecides() {
        doctor.addDiagnosis(() -> List.of(Finding.ok("b", WORDS), Finding.problem("z", WORDS, WORDS, WORDS)));
        doctor.addDiagnosis(
                () -> List.of(Finding.note("n", WORDS, WORDS, WORDS), Finding.warning("w", WORDS, WORDS, WORDS)));

        DoctorReport report = doctor.examine();

        assertThat(report.level()).isEqualTo(Level.PROBLEM);
        assertThat(report.findings()).extracting(Finding::check).containsExactly("z", "w", "n", "b");
        assertThat(doctor.warnings().findings()).extracting(Finding::check).containsExactly("z", "w");
    }

    @Test
    void aCheckThatThrowsIsAProblemThatDoesNotTellWhatItThrew() {
        doctor.addDiagnosis(() -> {
            throw new IllegalStateException("张伟 13800138000");
        });
        doctor.addDiagnosis(() -> List.of(Finding.ok("other", WORDS)));

        DoctorReport report = doctor.examine();

        assertThat(report.findings()).hasSize(2);
        assertThat(report.findings().get(0).level()).isEqualTo(Level.PROBLEM);
        assertThat(report.toString()).contains("IllegalStateException").doesNotContain("13800138000");
    }

    @Test
    void aCheckThatDoesNotEndIsReportedAndTheOthersAreHeard() {
        doctor.close();
        doctor = doctor(1);
        CountDownLatch never = new CountDownLatch(1);
        Diagnosis stuck = () -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new AssertionError("was interrupted", e);
            }
            return List.of();
        };
        doctor.addDiagnosis(stuck);
        doctor.addDiagnosis(() -> List.of(Finding.ok("other", WORDS)));

        DoctorReport report = doctor.examine();
        never.countDown();

        assertThat(report.findings()).extracting(Finding::check).containsExactly("doctor", "other");
    }

    @Test
    void onlyWhoMaySeeItInTheWholeDistrictIsToldAnything() {
        DB.access().signIn("street", Map.of(Permissions.DOCTOR, UnitScope.of(List.of(CodeRange.subtree("210102021")))));

        assertThatThrownBy(doctor::examine).isInstanceOf(Problem.class);
        assertThatThrownBy(doctor::warnings).isInstanceOf(Problem.class);
    }
}
