package org.gridloom.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.gridloom.platform.persistence.internal.db.Database;
import org.gridloom.platform.persistence.internal.db.DatabaseSettings;
import org.gridloom.platform.persistence.internal.db.Dialect;
import org.gridloom.platform.persistence.internal.migration.Migration;
import org.gridloom.platform.persistence.internal.migration.MigrationFailure;
import org.gridloom.platform.persistence.internal.unit.UnitSource;
import org.gridloom.platform.testkit.Units.Kind;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process that is killed while it migrates, before each of its statements and commits in turn: the next one goes on. */
@Timeout(180)
class KilledMigrationTest {

    private static final UnitSource PARTS =
            Units.unit(Units.ALPHA, Alpha.class, "units/0001-alpha.xml", "units/0005-alpha-parts.xml");

    @ParameterizedTest
    @EnumSource(Kind.class)
    void theNextStartEndsWhereAnUndisturbedOneDoes(Kind kind) throws Exception {
        int moment = 0;
        boolean isWhole;
        do {
            moment++;
            try (Database db = with(kind)) {
                isWhole = isWhole(new DyingDataSource(db.pool(), moment), kind);
                migrate(db.pool(), kind);
                assertThat(rows(db, "select id, title, work_hours, unit from alpha_part order by id"))
                        .as("killed before statement %d", moment)
                        .containsExactly("1|one|4|2101", "2|two|4|2101");
                assertThat(rows(db, "select id, hours from alpha_copy order by id"))
                        .as("killed before statement %d", moment)
                        .containsExactly("1|1", "2|1", "11|2", "12|2");
                assertThat(rows(db, "select id from alpha_changelog where id like 'alpha_part%' order by id"))
                        .containsExactly("alpha_part", "alpha_part_unit");
            }
        } while (!isWhole);
        assertThat(moment).isGreaterThan(20);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void oneThatIsKilledAgainAndAgainArrives(Kind kind) throws Exception {
        try (Database db = with(kind)) {
            int starts = 1;
            while (!isWhole(new DyingDataSource(db.pool(), 12 + starts), kind)) {
                starts++;
            }
            assertThat(starts).isGreaterThan(2);
            assertThat(rows(db, "select id, title, work_hours, unit from alpha_part order by id"))
                    .containsExactly("1|one|4|2101", "2|two|4|2101");
            assertThat(rows(db, "select id, hours from alpha_copy order by id"))
                    .containsExactly("1|1", "2|1", "11|2", "12|2");
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aTableOfSomebodyElseIsNeverTakenForOnesOwn(Kind kind) throws Exception {
        try (Database db = with(kind)) {
            execute(db, "create table alpha_copy (id bigint)");
            for (int start = 0; start < 3; start++) {
                assertThatThrownBy(() -> migrate(db.pool(), kind))
                        .isInstanceOf(MigrationFailure.class)
                        .hasMessageContaining("alpha-parts.xml::alpha_part")
                        .hasMessageContaining("create table alpha_copy");
            }
            execute(db, "drop table alpha_copy");

            migrate(db.pool(), kind);

            assertThat(rows(db, "select id, work_hours from alpha_part order by id"))
                    .containsExactly("1|4", "2|4");
            assertThat(rows(db, "select id, hours from alpha_copy order by id"))
                    .containsExactly("1|1", "2|1", "11|2", "12|2");
        }
    }

    /** A database of its own, where the module's first version was. */
    private static Database with(Kind kind) throws SQLException, MigrationFailure {
        String name = "killed_" + UUID.randomUUID().toString().replace('-', '_');
        Database database = new Database(
                switch (kind) {
                    case H2 -> new DatabaseSettings("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", "sa", "", 2);
                    case POSTGRESQL ->
                        new DatabaseSettings(PostgresServer.shared().create(name), PostgresServer.USER, "", 2);
                });
        new Migration(database.pool(), database.dialect()).run(Units.alpha());
        return database;
    }

    private static void migrate(DataSource source, Kind kind) throws SQLException, MigrationFailure {
        new Migration(source, Dialect.valueOf(kind.name())).run(PARTS);
    }

    private static boolean isWhole(DyingDataSource dying, Kind kind) {
        try {
            migrate(dying.source(), kind);
        } catch (SQLException | MigrationFailure e) {
            assertThat(dying.isDead()).as("%s", e).isTrue();
        }
        return !dying.isDead();
    }

    private static List<String> rows(Database db, String sql) throws SQLException {
        try (Connection connection = db.pool().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    columns.add(row.getString(i));
                }
                rows.add(String.join("|", columns));
            }
            return rows;
        }
    }

    private static void execute(Database db, String sql) throws SQLException {
        try (Connection connection = db.pool().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            connection.commit();
        }
    }
}
