package org.gridloom.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.gridloom.platform.diagnosis.Finding;
import org.gridloom.platform.diagnosis.Finding.Level;
import org.gridloom.platform.persistence.PersistenceUnitState;
import org.gridloom.platform.persistence.PersistenceUnitState.Phase;
import org.gridloom.platform.persistence.PersistenceUnits;
import org.gridloom.platform.persistence.PoolState;
import org.gridloom.platform.persistence.internal.db.Dialect;
import org.gridloom.platform.persistence.internal.doctor.DatabaseDiagnosis;
import org.gridloom.platform.persistence.internal.doctor.DatabaseDoctorSettings;
import org.gridloom.platform.text.Text;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the doctor finds out about the database, each made to happen on a real one. */
class DatabaseDiagnosisTest {

    enum Kind {
        H2,
        POSTGRESQL;

        TestDatabase open() {
            return this == H2 ? TestDatabase.onH2(4) : TestDatabase.onPostgres(4);
        }
    }

    /** Persistence as a test says it is. */
    private static final class Units implements PersistenceUnits {

        private PoolState pool = new PoolState(4, 0, 4, 0);
        private boolean reachable = true;
        private Phase phase = Phase.OPEN;

        @Override
        public List<PersistenceUnitState> states() {
            return List.of(new PersistenceUnitState("platform", "1", phase, Text.of("缘由", "reason")));
        }

        @Override
        public boolean reachable() {
            return reachable;
        }

        @Override
        public PoolState pool() {
            return pool;
        }
    }

    private final Units units = new Units();

    /** Of a file system; empty as long as a test is not about how processors are shared. */
    @TempDir
    private Path root;

    private List<Finding> findings(TestDatabase db, Map<String, ?> settings) {
        DatabaseDiagnosis diagnosis = new DatabaseDiagnosis(
                TestSettings.with(DatabaseDoctorSettings.class, settings), units, db.clock(), root);
        diagnosis.use(db.platform());
        return diagnosis.findings();
    }

    private Level level(TestDatabase db, String check, Map<String, ?> settings) {
        return findings(db, settings).stream()
                .filter(finding -> finding.check().equals(check))
                .map(Finding::level)
                .max(Level::compareTo)
                .orElse(null);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aHealthyDatabaseHasNothingToMend(Kind kind) {
        try (TestDatabase db = kind.open()) {
            db.clock().set(Instant.now());

            assertThat(findings(db, Map.of("diskMb", 1)))
                    .filteredOn(finding -> finding.level() != Level.OK)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aClockThatIsWrongIsFound(Kind kind) {
        try (TestDatabase db = kind.open()) {
            db.clock().set(Instant.now().minus(Duration.ofMinutes(1)));

            assertThat(level(db, "database.clock", Map.of())).isEqualTo(Level.WARNING);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aTransactionThatStaysOpenIsFound(Kind kind) throws Exception {
        try (TestDatabase db = kind.open();
                Connection open = db.dataSource().getConnection();
                Statement statement = open.createStatement()) {
            statement.execute("create table left_open (id int)");
            open.commit();
            statement.execute("insert into left_open values (1)");

            await(() -> level(db, "database.transactions", Map.of("longSeconds", 1)) == Level.WARNING);
            open.rollback();

            assertThat(level(db, "database.transactions", Map.of("longSeconds", 1)))
                    .isEqualTo(Level.OK);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, names = "POSTGRESQL")
    void anotherNodesMigrationAServerThatIsOldOrCrowdedAndAFullDiskAreFound(Kind kind) throws Exception {
        try (TestDatabase db = kind.open();
                Connection other = db.dataSource().getConnection()) {
            assertThat(level(db, "database.migration", Map.of())).isNull();
            Dialect.POSTGRESQL.lockMigrations(other);

            assertThat(level(db, "database.migration", Map.of())).isEqualTo(Level.NOTE);
            assertThat(level(db, "database", Map.of("oldestPostgres", 99))).isEqualTo(Level.WARNING);
            assertThat(level(db, "database.connections", Map.of("connectionsPercent", 1)))
                    .isEqualTo(Level.WARNING);
            assertThat(level(db, "database.disk", Map.of("diskMb", Integer.MAX_VALUE)))
                    .isEqualTo(Level.PROBLEM);
            Dialect.POSTGRESQL.unlockMigrations(other);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aPoolThatIsUsedUpADatabaseThatIsAwayAndTablesThatAreNotReadyAreFound(Kind kind) {
        try (TestDatabase db = kind.open()) {
            units.pool = new PoolState(4, 4, 0, 3);
            assertThat(level(db, "database.pool", Map.of())).isEqualTo(Level.WARNING);
            units.pool = new PoolState(4, 0, 4, 0);
            units.phase = Phase.FAILED;
            assertThat(level(db, "database.migration", Map.of())).isEqualTo(Level.PROBLEM);
            units.phase = Phase.MIGRATING;
            assertThat(level(db, "database.migration", Map.of())).isEqualTo(Level.WARNING);
            units.reachable = false;
            assertThat(level(db, "database", Map.of())).isEqualTo(Level.PROBLEM);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aServerWhoseThreadsHaveOneShareOfTheProcessorsIsToldOf(Kind kind) throws Exception {
        String check = "database.processors";
        try (TestDatabase db = kind.open()) {
            if (kind == Kind.H2) {
                assertThat(level(db, check, Map.of())).isNull();
                return;
            }
            assertThat(level(db, check, Map.of())).as("not Linux").isEqualTo(Level.OK);

            write("proc/sys/kernel/sched_autogroup_enabled", "1\n");
            write("proc/self/cgroup", "0::/system.slice/gridloom.service\n");
            assertThat(level(db, check, Map.of())).as("systemd, no weight").isEqualTo(Level.NOTE);
            write("proc/self/cgroup", "9:name=systemd:/user.slice\n1:cpu,cpuacct:/\n0::/\n");
            assertThat(level(db, check, Map.of())).as("a shell").isEqualTo(Level.NOTE);

            write("proc/self/cgroup", "1:cpuacct,cpu:/gridloom\n0::/\n");
            assertThat(level(db, check, Map.of())).as("shares, version 1").isEqualTo(Level.OK);
            write("proc/self/cgroup", "0::/system.slice/gridloom.service\n");
            write("sys/fs/cgroup/system.slice/gridloom.service/cpu.weight", "100\n");
            assertThat(level(db, check, Map.of())).as("systemd, a weight").isEqualTo(Level.OK);

            Files.delete(root.resolve("sys/fs/cgroup/system.slice/gridloom.service/cpu.weight"));
            write("sys/fs/cgroup/system.slice/cpu.weight", "100\n");
            assertThat(level(db, check, Map.of())).as("a weight above").isEqualTo(Level.OK);

            Files.delete(root.resolve("sys/fs/cgroup/system.slice/cpu.weight"));
            assertThat(level(db, check, Map.of())).as("none any more").isEqualTo(Level.NOTE);
            write("proc/sys/kernel/sched_autogroup_enabled", "0\n");
            assertThat(level(db, check, Map.of())).as("no autogroup").isEqualTo(Level.OK);
        }
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
