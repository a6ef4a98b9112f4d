package org.gridloom.platform.security.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gridloom.platform.diagnosis.Finding;
import org.gridloom.platform.diagnosis.Finding.Level;
import org.gridloom.platform.security.internal.doctor.SecurityDiagnosis;
import org.gridloom.platform.security.internal.doctor.SecurityDoctorSettings;
import org.gridloom.platform.security.internal.store.AccountStore;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.testkit.TestFiles;
import org.gridloom.platform.testkit.TestSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SecurityDiagnosisTest {

    @RegisterExtension
    final TestDatabase db = TestDatabase.onH2(4, Node.UNIT);

    @TempDir
    Path data;

    private List<Finding> findings(Map<String, ?> settings) {
        return new SecurityDiagnosis(
                        TestSettings.with(SecurityDoctorSettings.class, settings),
                        db.transactions(),
                        TestFiles.in(data),
                        db.clock())
                .findings();
    }

    @Test
    void theFileOfTheFirstLoginMustGoWithinAWeek() throws Exception {
        new Node(db).start(data);
        Path file = data.resolve(FirstStart.FILE);
        Files.setLastModifiedTime(file, FileTime.from(db.clock().instant()));
        assertThat(findings(Map.of()).get(0).level()).isEqualTo(Level.NOTE);

        db.clock().advance(Duration.ofDays(8));
        assertThat(findings(Map.of()).get(0).level()).isEqualTo(Level.WARNING);

        Files.delete(file);
        assertThat(findings(Map.of()).get(0).level()).isEqualTo(Level.OK);
    }

    @Test
    void aFileWhoseLoginIsNoLongerValidIsOnlyNoted() {
        new Node(db).start(data);
        db.clock().advance(Duration.ofDays(30));
        db.transactions()
                .run(tx -> new AccountStore(tx.em())
                        .setPassword(
                                FirstStart.ADMINISTRATOR,
                                "hash",
                                false,
                                db.clock().instant()));

        Finding login = findings(Map.of()).get(0);

        assertThat(login.level()).isEqualTo(Level.NOTE);
        assertThat(login.next().en()).isEqualTo("rm " + data.resolve(FirstStart.FILE));
    }

    @Test
    void manyAccountsOnAFileDatabaseAreNoted() {
        new Node(db).start(data);

        assertThat(findings(Map.of()).get(1).level()).isEqualTo(Level.OK);
        assertThat(findings(Map.of("fileDatabaseAccounts", -1)).get(1).level()).isEqualTo(Level.NOTE);
    }
}
