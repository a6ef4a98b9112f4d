package org.gridloom.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gridloom.platform.persistence.MigrationPlan;
import org.gridloom.platform.persistence.MigrationPlan.Pending;
import org.gridloom.platform.persistence.internal.db.Dialect;
import org.gridloom.platform.persistence.internal.migration.Migration;
import org.gridloom.platform.persistence.internal.migration.MigrationFailure;
import org.gridloom.platform.persistence.internal.unit.UnitSource;
import org.gridloom.platform.testkit.Units.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(120)
class MigrationTest {

    private static final String ALPHA = "units/0001-alpha.xml";
    private static final String LATER = "units/0002-alpha-later.xml";
    private static final String STRICTER = "units/0004-alpha-stricter.xml";
    private static final String HALF = "units/0006-alpha-half.xml";
    private static final String FAULTY = "units/0003-alpha-faulty.xml";

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aLaterVersionAddsWhatIsNew(Kind kind) throws Exception {
        try (TestDatabase db = with(kind, Units.alpha())) {
            migrate(db, kind, ALPHA, LATER);
            migrate(db, kind, ALPHA, LATER);

            assertThat(count(db, "select count(note) from alpha_item")).isZero();
            assertThat(count(db, "select count(*) from alpha_changelog")).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void anEarlierVersionLivesWithWhatALaterOneAdded(Kind kind) throws Exception {
        try (TestDatabase db = with(kind, Units.alpha())) {
            migrate(db, kind, ALPHA, LATER);

            migrate(db, kind, ALPHA);
            db.transactions(Units.ALPHA).run(tx -> tx.em().persist(new Alpha("works")));

            migrate(db, kind, ALPHA, LATER);
            assertThat(count(db, "select count(*) from alpha_changelog")).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aPlanTellsWhatWouldHappenAndDoesNothing(Kind kind) throws Exception {
        try (TestDatabase db = with(kind, Units.alpha())) {
            MigrationPlan later = plan(db, kind, ALPHA, LATER, STRICTER);
            assertThat(later.pending())
                    .extracting(Pending::changeSet, Pending::changes, Pending::addsOnly)
                    .containsExactly(
                            tuple(
                                    "migrations/0002-alpha-later.xml::alpha_item_note",
                                    List.of("addColumn alpha_item"),
                                    true),
                            tuple(
                                    "migrations/0004-alpha-stricter.xml::alpha_item_rank",
                                    List.of("addColumn alpha_item"),
                                    false));
            assertThat(later.foreign()).isEmpty();
            assertThat(count(db, "select count(*) from alpha_changelog")).isEqualTo(3);

            migrate(db, kind, ALPHA, LATER, STRICTER);

            MigrationPlan former = plan(db, kind, ALPHA);
            assertThat(former.pending()).isEmpty();
            assertThat(former.foreign()).containsExactly("migrations/0004-alpha-stricter.xml::alpha_item_rank");
            assertThat(plan(db, kind, ALPHA, LATER, STRICTER))
                    .isEqualTo(new MigrationPlan(List.of(), List.of(), List.of()));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aPlanForTablesThatAreNotThereNamesAll(Kind kind) throws Exception {
        try (TestDatabase db = with(kind, Units.beta())) {
            assertThat(plan(db, kind, ALPHA).pending()).hasSize(3).allMatch(Pending::addsOnly);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aDowngradeIsRefusedByName(Kind kind) throws Exception {
        try (TestDatabase db = with(kind, Units.alpha())) {
            migrate(db, kind, ALPHA, STRICTER);

            assertThatThrownBy(() -> migrate(db, kind, ALPHA))
                    .isInstanceOf(MigrationFailure.class)
                    .hasMessageContaining("later version")
                    .hasMessageContaining("alpha_item_rank");
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aFailureNamesItsChangeSetWithoutRowValuesAndLeavesTheOthersAlone(Kind kind) throws Exception {
        try (TestDatabase db = with(kind, Units.alpha(), Units.beta())) {
            db.transactions(Units.ALPHA).run(tx -> {
                tx.em().persist(new Alpha("one"));
                tx.em().persist(new Alpha("two"));
            });

            assertThatThrownBy(() -> migrate(db, kind, ALPHA, FAULTY))
                    .isInstanceOf(MigrationFailure.class)
                    .hasMessageContaining("alpha-faulty.xml::alpha_name_short")
                    .hasMessageContaining("23505")
                    .hasMessageContaining("create unique index")
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("Key (", "VALUES"))
                    .hasNoCause();

            db.transactions(Units.BETA).run(tx -> tx.em().persist(new Beta("fine")));
            assertThatCode(() -> migrate(db, kind, ALPHA, LATER)).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aChangeSetThatAKillWouldLeaveByHalfIsRefused(Kind kind) throws Exception {
        try (TestDatabase db = with(kind, Units.alpha())) {
            assertHalfIsRefused(() -> plan(db, kind, ALPHA, HALF));
            assertHalfIsRefused(() -> migrate(db, kind, ALPHA, HALF));
            assertThat(count(db, "select count(*) from alpha_changelog")).isEqualTo(3);
        }
    }

    private static void assertHalfIsRefused(ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOf(MigrationFailure.class)
                .hasMessageContaining("alpha-half.xml::alpha_name_quick")
                .hasMessageContaining("runInTransaction");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aLockOfAKilledStartIsReleased(Kind kind) throws Exception {
        try (TestDatabase db = with(kind, Units.alpha())) {
            execute(
                    db,
                    "update alpha_changeloglock set locked = true, lockedby = 'killed',"
                            + " lockgranted = current_timestamp where id = 1");

            migrate(db, kind, ALPHA, LATER);

            assertThat(count(db, "select count(*) from alpha_changelog")).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aChangeSetThatWasDoneButNotRecordedRepairsItself(Kind kind) throws Exception {
        try (TestDatabase db = with(kind, Units.alpha())) {
            execute(db, "delete from alpha_changelog where id <> 'alpha_sequence'");
            execute(db, "delete from platform_migrated");

            migrate(db, kind, ALPHA);

            assertThat(count(db, "select count(*) from alpha_changelog")).isEqualTo(3);
            db.transactions(Units.ALPHA).run(tx -> tx.em().persist(new Alpha("works")));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatWasAppliedWholeIsNotReadAgainUntilItChanges(Kind kind) throws Exception {
        try (TestDatabase db = with(kind, Units.alpha())) {
            execute(db, "delete from alpha_changelog");

            migrate(db, kind, ALPHA);
            assertThat(count(db, "select count(*) from alpha_changelog")).isZero();

            migrate(db, kind, ALPHA, LATER);
            assertThat(count(db, "select count(*) from alpha_changelog")).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void afterAFailureNothingCountsAsAppliedWhole(Kind kind) throws Exception {
        try (TestDatabase db = with(kind, Units.alpha())) {
            db.transactions(Units.ALPHA).run(tx -> {
                tx.em().persist(new Alpha("one"));
                tx.em().persist(new Alpha("two"));
            });
            assertThatThrownBy(() -> migrate(db, kind, ALPHA, FAULTY)).isInstanceOf(MigrationFailure.class);

            assertThat(count(db, "select count(*) from platform_migrated where unit = '" + Units.ALPHA + "'"))
                    .isZero();
        }
    }

    @Test
    void severalNodesThatStartAtOnceMigrateOneAfterTheOther() throws Exception {
        try (TestDatabase db = with(Kind.POSTGRESQL)) {
            ExecutorService nodes = Executors.newFixedThreadPool(4);
            Callable<Void> node = () -> {
                migrate(db, Kind.POSTGRESQL, ALPHA, LATER);
                return null;
            };
            for (Future<Void> done : nodes.invokeAll(List.of(node, node, node, node))) {
                done.get();
            }
            nodes.shutdown();

            assertThat(count(db, "select count(*) from alpha_changelog")).isEqualTo(4);
        }
    }

    private static TestDatabase with(Kind kind, UnitSource... units) {
        return switch (kind) {
            case H2 -> TestDatabase.onH2("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", 4, List.of(units));
            case POSTGRESQL -> TestDatabase.onPostgres(4, List.of(units));
        };
    }

    private static void migrate(TestDatabase db, Kind kind, String... changeLogs)
            throws SQLException, MigrationFailure {
        new Migration(db.dataSource(), Dialect.valueOf(kind.name()))
                .run(Units.unit(Units.ALPHA, Alpha.class, changeLogs));
    }

    private static MigrationPlan plan(TestDatabase db, Kind kind, String... changeLogs)
            throws SQLException, MigrationFailure {
        return new Migration(db.dataSource(), Dialect.valueOf(kind.name()))
                .plan(
                        Units.ALPHA,
                        Units.unit(Units.ALPHA, Alpha.class, changeLogs).migrations());
    }

    private static void execute(TestDatabase db, String sql) throws SQLException {
        try (Connection connection = db.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            connection.commit();
        }
    }

    private static int count(TestDatabase db, String sql) throws SQLException {
        try (Connection connection = db.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }
}
