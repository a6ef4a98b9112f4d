package org.gridloom.platform.operations.internal.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.gridloom.platform.diagnosis.Finding;
import org.gridloom.platform.diagnosis.Finding.Level;
import org.gridloom.platform.files.Storage;
import org.gridloom.platform.persistence.ReadOnlyMode;
import org.gridloom.platform.persistence.ReadOnlyState;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.testkit.TestFiles;
import org.gridloom.platform.testkit.TestSettings;
import org.gridloom.platform.tx.AuditEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Each check, with what it looks for made to happen. */
class ChecksTest {

    private static final long GIB = 1L << 30;
    private static final DoctorSettings SETTINGS = TestSettings.defaults(DoctorSettings.class);

    @RegisterExtension
    final TestDatabase db = TestDatabase.of();

    @TempDir
    private Path folder;

    @Test
    void aDiskThatFillsUpIsWarnedOfThenAProblem() {
        assertThat(disk(Storage.Level.ENOUGH).level()).isEqualTo(Level.OK);
        assertThat(disk(Storage.Level.LOW).level()).isEqualTo(Level.WARNING);
        assertThat(disk(Storage.Level.FULL).level()).isEqualTo(Level.PROBLEM);
        assertThat(disk(Storage.Level.FULL).next().en()).contains(folder.toString());
    }

    private Finding disk(Storage.Level level) {
        Storage storage = mock(Storage.class);
        when(storage.space()).thenReturn(new Storage.Space(100 * GIB, GIB, level));
        return new StorageDiagnosis(SETTINGS, storage, TestFiles.in(folder))
                .findings()
                .get(0);
    }

    @Test
    void healthIsDegradedWhileTheDiskIsNearlyFull() {
        Storage storage = mock(Storage.class);
        when(storage.space())
                .thenReturn(new Storage.Space(100 * GIB, GIB, Storage.Level.LOW))
                .thenReturn(new Storage.Space(100 * GIB, 0, Storage.Level.FULL));
        StorageHealth health = new StorageHealth(storage);

        assertThat(health.execute().getStatus()).isEqualTo(Result.Status.WARN);
        assertThat(health.execute().getStatus()).isEqualTo(Result.Status.CRITICAL);
    }

    @Test
    void whatACrashLeftIsNamedWithCauseAndCommand() throws IOException {
        CrashDiagnosis crashes = new CrashDiagnosis(TestFiles.in(folder), db.clock());
        assertThat(crashes.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.level()).isEqualTo(Level.OK));

        Files.write(folder.resolve("java_pid7.hprof"), new byte[3 << 20]);
        Files.setLastModifiedTime(
                Files.createFile(folder.resolve("java_pid6.hprof")),
                FileTime.from(Instant.parse("2026-01-02T03:04:05Z")));
        Files.createFile(folder.resolve("hs_err_pid8.log"));

        assertThat(crashes.findings()).extracting(Finding::level).containsExactly(Level.WARNING, Level.WARNING);
        assertThat(crashes.findings().get(0).what().en()).endsWith("it left 2 heap dump(s) of 3 MB");
        assertThat(crashes.findings().get(0).next().en()).endsWith("rm " + folder.resolve("java_pid7.hprof"));
        assertThat(crashes.findings().get(1).next().en()).endsWith("rm " + folder.resolve("hs_err_pid8.log"));
    }

    @Test
    void inodesAreReadFromDfAndLeftAsideWhereTheFileSystemHasNone() {
        assertThat(StorageDiagnosis.used(
                        "Filesystem Inodes IUsed IFree IUse% Mounted on\n/dev/sda1 1000 950 50 95% /\n"))
                .isEqualTo(OptionalInt.of(95));
        assertThat(StorageDiagnosis.used("Filesystem Inodes IUsed IFree IUse% Mounted on\nbtrfs 0 0 0 0% /\n"))
                .isEmpty();
        assertThat(StorageDiagnosis.used("Filesystem Inodes IUsed IFree IUse% Mounted on\nbtrfs 0 0 0 - /\n"))
                .isEmpty();
    }

    @Test
    void aBackupThatIsMissingOrOldIsWarnedOf() {
        assertThat(backup().level()).isEqualTo(Level.NOTE);
        db.platform().run(tx -> tx.audit(AuditEntry.created("test.item.made", "item/1", null, Map.of())));
        db.clock().advance(Duration.ofDays(8));
        assertThat(backup().level()).isEqualTo(Level.WARNING);
        db.platform().run(tx -> tx.audit(AuditEntry.created("platform.backup.made", "backup/b", null, Map.of())));
        assertThat(backup().level()).isEqualTo(Level.OK);
        db.clock().advance(Duration.ofDays(8));
        assertThat(backup().level()).isEqualTo(Level.WARNING);
    }

    private Finding backup() {
        return new BackupDiagnosis(SETTINGS, db.platform(), db.clock())
                .findings()
                .get(0);
    }

    @Test
    void keysThatOthersMayReadAreFoundWithTheCommandThatClosesThem() throws Exception {
        Path key = Files.createDirectories(folder.resolve("keys")).resolve("anchor.key");
        Files.writeString(key, "secret");
        mode(key, "rw-------");
        FilesDiagnosis diagnosis = new FilesDiagnosis(folder, name -> null);
        assertThat(diagnosis.findings()).extracting(Finding::level).containsExactly(Level.OK);

        mode(key, "rw-r-----");

        assertThat(diagnosis.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.level()).isEqualTo(Level.WARNING);
            assertThat(finding.next().en()).isEqualTo("chmod go-rwx " + key);
        });
    }

    @Test
    void keysOfPersonalDataAreFoundWhereverTheyLie() throws Exception {
        Path own = Files.createDirectories(folder.resolve("privacy")).resolve("master.keys");
        Path elsewhere = folder.resolve("other.keys");
        for (Path keys : List.of(own, elsewhere)) {
            Files.writeString(keys, "secret");
            mode(keys, "rw-r-----");
        }
        FilesDiagnosis diagnosis =
                new FilesDiagnosis(folder, Map.of("GRIDLOOM_PRIVACY_KEYS", elsewhere.toString())::get);

        assertThat(diagnosis.findings())
                .extracting(finding -> finding.next().en())
                .containsExactly("chmod go-rwx " + own, "chmod go-rwx " + elsewhere);
    }

    @Test
    void aDatabaseFileThatAnybodyMayReadIsFoundUnlessTheFolderIsClosed() throws Exception {
        Path file = Files.createDirectories(folder.resolve("db")).resolve("gridloom.mv.db");
        Files.writeString(file, "rows");
        mode(file, "rw-r--r--");
        mode(file.getParent(), "rwxr-xr-x");
        mode(folder, "rwxr-xr-x");
        FilesDiagnosis diagnosis = new FilesDiagnosis(folder, name -> null);
        assertThat(diagnosis.findings()).extracting(Finding::level).containsExactly(Level.WARNING);

        mode(folder, "rwxr-x---");

        assertThat(diagnosis.findings()).extracting(Finding::level).containsExactly(Level.OK);
    }

    @Test
    void photosAndSettingsThatAnybodyMayReadAreFound() throws Exception {
        mode(folder, "rwxr-xr-x");
        for (String name : List.of("attachments/ab/cd/abcd-1", "settings/org.gridloom.sms.cfg")) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "content");
            mode(file, "rw-r--r--");
            mode(folder.resolve(name.substring(0, name.indexOf('/'))), "rwxr-xr-x");
        }
        FilesDiagnosis diagnosis = new FilesDiagnosis(folder, name -> null);

        assertThat(diagnosis.findings()).extracting(Finding::level).containsExactly(Level.WARNING, Level.WARNING);

        mode(folder.resolve("attachments"), "rwxr-x---");
        mode(folder.resolve("settings/org.gridloom.sms.cfg"), "rw-r-----");
        assertThat(diagnosis.findings()).extracting(Finding::level).containsExactly(Level.OK);
    }

    @Test
    void thatTheDistrictIsReadOnlyIsSaidWithItsReason() {
        ReadOnlyMode mode = mock(ReadOnlyMode.class);
        when(mode.state())
                .thenReturn(Optional.empty())
                .thenReturn(Optional.of(new ReadOnlyState(db.clock().instant(), "xitong", "moving")));
        ReadOnlyDiagnosis diagnosis = new ReadOnlyDiagnosis(mode, db.clock());

        assertThat(diagnosis.findings()).isEmpty();
        assertThat(diagnosis.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.level()).isEqualTo(Level.NOTE);
            assertThat(finding.cause().en()).contains("moving");
            assertThat(finding.next().en()).contains("gridloom:read-only off");
        });
    }

    private static void mode(Path file, String mode) throws Exception {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    @Test
    void whatIsSpokenOnAPortIsFoundOut() throws Exception {
        try (ServerSocket ssh = answering("SSH-2.0-test\r\n", new byte[0]);
                ServerSocket tls = answering("", new byte[] {0x15, 3, 3, 0, 2, 2, 40});
                ServerSocket http =
                        answering("", "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII))) {
            assertThat(Protocol.of(address(ssh))).isEqualTo(Protocol.SSH);
            assertThat(Protocol.of(address(tls))).isEqualTo(Protocol.TLS);
            assertThat(Protocol.of(address(http))).isEqualTo(Protocol.PLAIN);
        }
    }

    private static InetSocketAddress address(ServerSocket socket) {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    /** Says the greeting at once, the answer after whatever is sent. */
    private static ServerSocket answering(String greeting, byte[] answer) throws Exception {
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> {
            try (Socket client = server.accept()) {
                client.getOutputStream().write(greeting.getBytes(StandardCharsets.US_ASCII));
                if (client.getInputStream().read() >= 0) {
                    client.getOutputStream().write(answer);
                }
            } catch (IOException closed) {
                return;
            }
        });
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    @Test
    void aPortOpenToOthersWithoutEncryptionIsWarnedOf() throws Exception {
        InetSocketAddress loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
        assertThat(new PortsDiagnosis(() -> List.of(loopback), name -> null).findings())
                .extracting(Finding::level)
                .containsExactly(Level.OK);
        InetSocketAddress open = new InetSocketAddress(InetAddress.getByName("0.0.0.0"), 1);
        assertThat(new PortsDiagnosis(() -> List.of(open), name -> null).findings())
                .extracting(Finding::level)
                .containsExactly(Level.WARNING);
        assertThat(new PortsDiagnosis(() -> List.of(open), Map.of("GRIDLOOM_PROXY", "10.0.0.7")::get).findings())
                .extracting(Finding::level)
                .containsExactly(Level.NOTE);
    }

    @Test
    void socketsThatListenAreReadFromTheKernelsTable() throws Exception {
        List<String> table = List.of(
                "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode",
                "   0: 0100007F:1FF5 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 11 1",
                "   1: 00000000:0050 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 12 1",
                "   2: 00000000:0051 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 99 1",
                "   3: 0100007F:1FF5 0100007F:9999 01 00000000:00000000 00:00000000 00000000     0        0 13 1",
                "   4: 00000000000000000000000001000000:0016 0:0 0A 0:0 0:0 0 0 0 14 1");

        assertThat(ListeningSockets.of(table, Set.of("11", "12", "13", "14")))
                .extracting(InetSocketAddress::toString)
                .containsExactly("/127.0.0.1:8181", "/0.0.0.0:80", "/[0:0:0:0:0:0:0:1]:22");
    }

    @Test
    void aJavaMachineNearItsLimitsOrOldIsFound() {
        db.clock().set(LocalDate.of(2026, 11, 26));
        RuntimeDiagnosis diagnosis = new RuntimeDiagnosis(SETTINGS, db.clock());

        assertThat(diagnosis.heap(89, 100).level()).isEqualTo(Level.OK);
        assertThat(diagnosis.heap(90, 100).level()).isEqualTo(Level.WARNING);
        assertThat(RuntimeDiagnosis.threads(null).level()).isEqualTo(Level.OK);
        assertThat(RuntimeDiagnosis.threads(new long[] {1, 2}).level()).isEqualTo(Level.PROBLEM);
        assertThat(diagnosis.openFiles(new OpenFiles(80, 100)).level()).isEqualTo(Level.WARNING);
        assertThat(diagnosis.java("2025-01-01").level()).isEqualTo(Level.NOTE);
        assertThat(diagnosis.java("2026-10-20").level()).isEqualTo(Level.OK);
        assertThat(diagnosis.zoneData("2019c").level()).isEqualTo(Level.NOTE);
        assertThat(diagnosis.zoneData("2026a").level()).isEqualTo(Level.OK);
        assertThat(diagnosis.findings()).isNotEmpty();
    }

    @Test
    void aHealthCheckThatIsNotWellIsAFindingWithItsWords() {
        HealthDiagnosis diagnosis = new HealthDiagnosis();
        HealthCheck failing = () -> {
            throw new IllegalStateException("secret");
        };
        diagnosis.checks = List.of(
                Map.entry(Map.of(HealthCheck.NAME, "fine"), () -> new Result(Result.Status.OK, "yes")),
                Map.entry(Map.of(HealthCheck.NAME, "so-so"), () -> new Result(Result.Status.WARN, "slow")),
                Map.entry(Map.of(HealthCheck.NAME, "ill"), () -> new Result(Result.Status.CRITICAL, "down")),
                Map.entry(Map.of(HealthCheck.NAME, "failing"), failing));

        List<Finding> findings = diagnosis.findings();

        assertThat(findings)
                .extracting(Finding::level)
                .containsExactly(Level.OK, Level.WARNING, Level.PROBLEM, Level.PROBLEM);
        assertThat(findings.get(1).cause().en()).isEqualTo("slow");
        assertThat(findings.toString()).doesNotContain("secret");
    }
}
