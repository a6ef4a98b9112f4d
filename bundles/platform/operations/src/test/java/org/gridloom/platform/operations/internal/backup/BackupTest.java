package org.gridloom.platform.operations.internal.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gridloom.platform.files.DataFolder;
import org.gridloom.platform.operations.internal.Permissions;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.testkit.TestFiles;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.EventDraft;
import org.gridloom.platform.unit.UnitScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackupTest {

    private static final String BYTES = "AAEC/w==";

    /** From which database into which. */
    enum Way {
        H2_TO_H2,
        H2_TO_POSTGRESQL,
        POSTGRESQL_TO_H2,
        POSTGRESQL_TO_POSTGRESQL;

        TestDatabase from() {
            return open(name().startsWith("H2"));
        }

        TestDatabase into() {
            return open(name().endsWith("H2"));
        }
    }

    @TempDir
    private Path folder;

    private final List<TestDatabase> databases = new ArrayList<>();

    @AfterEach
    void close() {
        databases.forEach(TestDatabase::close);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aRestoredDistrictIsTheSameOnEitherDatabase(Way way) throws Exception {
        TestDatabase source = remembered(way.from());
        rows(source);
        record(source, "统计/1");
        DataFolder from = files("from");
        from.write("keys/person.key", new byte[] {1, 2, 3});
        from.write("modules", "gridloom-organization\n".getBytes());
        from.write("log/gridloom.log", new byte[] {1});
        from.write("hs_err_pid7.log", new byte[] {1});
        from.write("anchors/audit-2026-11-25.json", new byte[] {4});
        Backups.Made made = backups(source, from).make(folder.resolve("b.zip").toString());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made.file())))
                .isEqualTo("rw-------");
        assertThat(made.manifest().parts().get(0).content())
                .as("no anchor is newer than the rows")
                .isEqualTo("anchors/audit-2026-11-25.json");

        TestDatabase target = remembered(way.into());
        tables(target);
        DataFolder to = files("to");
        to.write("anchors/audit-2026-11-24.json", new byte[] {5});
        Manifest manifest = restore(target, to).run(made.file().toString());

        assertThat(manifest).isEqualTo(made.manifest());
        assertThat(to.path().resolve("anchors/audit-2026-11-24.json")).doesNotExist();
        assertThat(to.path().resolve("anchors/audit-2026-11-25.json")).exists();
        assertThat(content(target, "platform_test_node")).isEqualTo(content(source, "platform_test_node"));
        assertThat(content(target, "platform_event")).isEqualTo(content(source, "platform_event"));
        assertThat(target.audit().get(0)).isEqualTo(source.audit().get(0));
        assertThat(target.audit().get(1).action()).isEqualTo("platform.backup.restored");
        assertThat(to.path().resolve("keys/person.key")).hasBinaryContent(new byte[] {1, 2, 3});
        assertThat(to.path().resolve("modules")).hasContent("gridloom-organization");
        assertThat(to.path().resolve("log")).doesNotExist();
        assertThat(to.path().resolve("hs_err_pid7.log")).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void numbersGoOnWhereTheyWere(Way way) throws Exception {
        TestDatabase source = remembered(way.from());
        rows(source);
        record(source, "a/1");
        boolean fromH2 = way.name().startsWith("H2");
        long last = next(source, fromH2);
        Backups.Made made =
                backups(source, files("from")).make(folder.resolve("b.zip").toString());

        TestDatabase target = remembered(way.into());
        tables(target);
        restore(target, files("to")).run(made.file().toString());

        assertThat(next(target, way.name().endsWith("H2"))).isEqualTo(last + 50);
        record(target, "a/2");
        assertThat(target.events()).extracting(event -> event.aggregate()).containsExactly("a/1", "a/2");
    }

    @ParameterizedTest
    @EnumSource(
            value = Way.class,
            names = {"H2_TO_H2", "POSTGRESQL_TO_H2"})
    void aBackupAmidWritesIsOfOneMoment(Way way) throws Exception {
        TestDatabase source = remembered(way.from());
        AtomicBoolean done = new AtomicBoolean();
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int writer = i;
            writers.add(CompletableFuture.runAsync(() -> {
                for (int n = 0; n < 20 || !done.get(); n++) {
                    record(source, "w" + writer + "/" + n);
                }
            }));
        }
        try {
            for (int n = 0; n < 5; n++) {
                Backups.Made made = backups(source, files("from"))
                        .make(folder.resolve("b" + n + ".zip").toString());
                long backups = n; // each backup is an entry without an event
                assertThat(rows(made, "platform_audit")).isEqualTo(rows(made, "platform_event") + backups);
            }
        } finally {
            done.set(true);
        }
        writers.forEach(CompletableFuture::join);
    }

    @Test
    void aCutOrDamagedArchiveIsRefusedBeforeAnythingIsWritten() throws Exception {
        TestDatabase source = remembered(open(true));
        record(source, "a/1");
        DataFolder from = files("from");
        byte[] key = new byte[5000]; // does not compress
        new Random(7).nextBytes(key);
        from.write("keys/person.key", key);
        Path whole =
                backups(source, from).make(folder.resolve("b.zip").toString()).file();
        byte[] content = Files.readAllBytes(whole);
        TestDatabase target = remembered(open(true));
        DataFolder to = files("to");
        Path bad = folder.resolve("bad.zip");
        for (int length : new int[] {0, 100, content.length / 2, content.length - 1}) {
            Files.write(bad, Arrays.copyOf(content, length));
            assertRefused(target, to, bad);
        }
        byte[] damaged = content.clone();
        damaged[indexOf(content, Arrays.copyOf(key, 32)) + 16] ^= 1;
        Files.write(bad, damaged);
        assertRefused(target, to, bad);
        assertThat(target.audit()).isEmpty();
        assertThat(to.path().resolve("keys")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "keys/../../evil", "/etc/evil", "db/evil", "keys/../karaf/deploy/evil.jar"})
    void noFileOfAnArchiveIsPutWhereTheDistrictHasNone(String name) {
        StagedFiles to = new StagedFiles(files("to"));

        assertThatThrownBy(() -> to.add(name, InputStream.nullInputStream())).isInstanceOf(IOException.class);
    }

    @Test
    void whereSomethingIsRecordedNothingIsRestored() throws Exception {
        TestDatabase source = remembered(open(true));
        record(source, "a/1");
        Path archive = backups(source, files("from"))
                .make(folder.resolve("b.zip").toString())
                .file();
        TestDatabase target = remembered(open(true));
        record(target, "b/1");
        DataFolder to = files("to");
        assertThatThrownBy(() -> restore(target, to).run(archive.toString()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.CONFLICT));
        assertThat(target.events()).extracting(event -> event.aggregate()).containsExactly("b/1");
    }

    @Test
    void anArchiveOfOtherModulesIsRefused() throws Exception {
        TestDatabase source = remembered(open(true));
        sql(source, "create table patrol_changelog as select * from platform_changelog");
        Path archive = backups(source, files("from"))
                .make(folder.resolve("b.zip").toString())
                .file();
        TestDatabase target = remembered(open(true));
        assertThatThrownBy(() -> restore(target, files("to")).run(archive.toString()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("Install the module patrol first");
    }

    @Test
    void nothingIsOverwrittenAndNoDraftStays() throws Exception {
        TestDatabase source = remembered(open(true));
        DataFolder from = files("from");
        Backups backups = backups(source, from);
        Path made = backups.make(null).file();
        assertThat(made.getParent()).isEqualTo(from.path().resolve("backups"));
        assertThatThrownBy(() -> backups.make(made.toString())).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> backups.make(from.path().resolve("b.zip").toString()))
                .isInstanceOf(Problem.class);
        assertThat(made.getParent().toFile().list())
                .containsExactly(made.getFileName().toString());
    }

    @Test
    void onlyWhoMayOperateTheWholeDistrictBacksUpOrRestores() {
        TestDatabase source = remembered(open(true));
        source.access().signIn("street", Map.of(Permissions.BACKUP, UnitScope.nowhere()));
        DataFolder from = files("from");
        assertThatThrownBy(() -> backups(source, from).make(null)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> restore(source, from).run("b.zip")).isInstanceOf(Problem.class);
    }

    private static void assertRefused(TestDatabase target, DataFolder to, Path bad) {
        assertThatThrownBy(() -> restore(target, to).run(bad.toString()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.INVALID));
    }

    private static int indexOf(byte[] content, byte[] wanted) {
        for (int at = 0; ; at++) {
            if (Arrays.equals(content, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
    }

    private static TestDatabase open(boolean h2) {
        return h2 ? TestDatabase.onH2(6) : TestDatabase.onPostgres(6);
    }

    private TestDatabase remembered(TestDatabase database) {
        databases.add(database);
        return database;
    }

    private DataFolder files(String name) {
        return TestFiles.in(folder.resolve(name));
    }

    private static Backups backups(TestDatabase db, DataFolder files) {
        return new Backups(db.access(), db.platform(), files, db.clock());
    }

    private static Restore restore(TestDatabase db, DataFolder files) {
        return new Restore(db.access(), db.platform(), files);
    }

    private static void record(TestDatabase db, String subject) {
        db.platform().run(tx -> {
            tx.audit(AuditEntry.created("test.item.made", subject, null, Map.of("name", "新 \"旧\" \\ é\n")));
            tx.publish(new EventDraft("test.item.made", 1, subject, null, Map.of("id", subject)));
        });
    }

    private static long rows(Backups.Made made, String table) {
        return made.manifest().parts().stream()
                .filter(part -> part.name().equals("tables/" + table))
                .findFirst()
                .orElseThrow()
                .rows();
    }

    private static void tables(TestDatabase db) throws SQLException {
        boolean h2 = product(db).equals("H2");
        sql(
                db,
                "create table platform_test_node (id bigint primary key, parent_id bigint references"
                        + " platform_test_node(id), at_time timestamp with time zone, on_day date, amount numeric(12,3),"
                        + " size double precision, told boolean, said varchar(100), whole "
                        + (h2 ? "varbinary(100)" : "bytea") + ")",
                "create sequence platform_test_seq start with 50 increment by 50");
    }

    private static void rows(TestDatabase db) throws SQLException {
        tables(db);
        String bytes = product(db).equals("H2") ? "X'000102ff'" : "'\\x000102ff'";
        sql(
                db,
                "insert into platform_test_node values (2, null, '2026-01-02 03:04:05.678901+08:00', date"
                        + " '2026-02-28', 1.250, 0.1, true, '街道 \"A\"', " + bytes + ")",
                "insert into platform_test_node values (1, 2, null, null, null, null, null, null, null)",
                "update platform_test_node set parent_id = 1 where id = 2");
    }

    private static String product(TestDatabase db) throws SQLException {
        try (Connection connection = db.dataSource().getConnection()) {
            return connection.getMetaData().getDatabaseProductName();
        }
    }

    private static long next(TestDatabase db, boolean h2) throws SQLException {
        String sql = h2 ? "select next value for platform_test_seq" : "select nextval('platform_test_seq')";
        try (Connection connection = db.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            long next = row.getLong(1);
            connection.commit();
            return next;
        }
    }

    private static void sql(TestDatabase db, String... statements) throws SQLException {
        try (Connection connection = db.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        }
    }

    /** As archives have it, which is the same for each database. */
    private static List<String> content(TestDatabase db, String name) throws SQLException, IOException {
        try (Connection connection = db.dataSource().getConnection()) {
            Table table = Tables.of(connection).inOrder().stream()
                    .filter(each -> each.common().equals(name))
                    .findFirst()
                    .orElseThrow();
            var out = new java.io.ByteArrayOutputStream();
            TableRows.write(connection, table, out);
            String text = out.toString(java.nio.charset.StandardCharsets.UTF_8);
            if (name.equals("platform_test_node")) {
                assertThat(text).contains(BYTES, "2026-02-28", "1.250");
            }
            return text.lines().sorted().toList();
        }
    }
}
