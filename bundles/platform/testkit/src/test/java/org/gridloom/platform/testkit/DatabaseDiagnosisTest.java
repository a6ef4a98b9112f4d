package org.gridloom.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;

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

    private List<Finding> findings(TestDatabase db, Map<String, ?> settings) {
        DatabaseDiagnosis diagnosis =
                new DatabaseDiagnosis(TestSettings.with(DatabaseDoctorSettings.class, settings), units, db.clock());
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

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
