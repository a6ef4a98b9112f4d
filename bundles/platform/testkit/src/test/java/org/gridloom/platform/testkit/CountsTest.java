package org.gridloom.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.gridloom.platform.count.CountChange;
import org.gridloom.platform.count.CountQuery;
import org.gridloom.platform.persistence.internal.unit.UnitSource;
import org.gridloom.platform.testkit.Units.Kind;
import org.gridloom.platform.tx.Transactions;
import org.gridloom.platform.tx.Tx;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.UnitScope;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Counts as a vendor's module keeps them: call-outs by grid. */
@Timeout(120)
class CountsTest {

    private static final String GAMMA = "org.gridloom.test.gamma";
    private static final String CALLS = "gamma.calls";
    private static final LocalDate DAY = LocalDate.of(2026, 1, 10);
    private static final UnitScope DISTRICT = UnitScope.of(List.of(CodeRange.subtree("210102")));

    /** A call-out, for the model. */
    private record Call(String unit, String kind, LocalDate day) {}

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aCountIsWhatTheRecordsSayInAnyScopeAndPeriodFoldedOrNot(Kind kind) {
        try (TestDatabase db = open(kind)) {
            Random random = new Random(17);
            List<Call> calls = new ArrayList<>();
            for (int round = 0; round < 8; round++) {
                List<Call> some = random.ints(40, 0, 1_000_000)
                        .mapToObj(i -> call(random))
                        .toList();
                calls.addAll(some);
                db.transactions(GAMMA).run(tx -> some.forEach(call -> record(tx, call)));
                if (round % 3 == 1) {
                    db.foldCounts();
                }
                for (int i = 0; i < 25; i++) {
                    UnitScope scope = scope(random);
                    LocalDate to = DAY.plusDays(random.nextInt(6));
                    LocalDate from = random.nextBoolean() ? null : DAY.plusDays(random.nextInt(3));

                    assertThat(counted(db, new CountQuery(CALLS, scope, from, to)))
                            .as("%s from %s to %s", scope, from, to)
                            .isEqualTo(model(calls, scope, from, to));
                }
            }
            assertThat(db.recount()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aTransactionSeesItsOwnChangesAndTakesThemBackWhenItFails(Kind kind) {
        try (TestDatabase db = open(kind)) {
            Transactions transactions = db.transactions(GAMMA);
            assertThatThrownBy(() -> transactions.run(tx -> {
                        record(tx, new Call("210102001", "snow", DAY));
                        assertThat(tx.counted(CountQuery.standing(CALLS, DISTRICT, DAY)))
                                .containsEntry("snow", 1L);
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");

            assertThat(counted(db, CountQuery.standing(CALLS, DISTRICT, DAY))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void writersBelowOneUnitDoNotWaitForEachOther(Kind kind) throws Exception {
        try (TestDatabase db = open(kind)) {
            int writers = 3;
            CountDownLatch written = new CountDownLatch(writers);
            ExecutorService pool = Executors.newFixedThreadPool(writers);
            Callable<Void> work = () -> {
                db.transactions(GAMMA).run(tx -> {
                    record(tx, new Call("210102001", "snow", DAY));
                    tx.counted(CountQuery.standing(CALLS, DISTRICT, DAY));
                    written.countDown();
                    await(written);
                });
                return null;
            };
            for (Future<Void> each : pool.invokeAll(List.of(work, work, work))) {
                each.get();
            }
            pool.shutdown();

            assertThat(counted(db, CountQuery.standing(CALLS, DISTRICT, DAY))).containsEntry("snow", 3L);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatWasWrittenPastTheCountIsFoundAndPutRight(Kind kind) {
        try (TestDatabase db = open(kind)) {
            db.transactions(GAMMA).run(tx -> {
                insert(tx, new Call("210102001001", "snow", DAY));
                insert(tx, new Call("210102", "ice", DAY));
            });
            assertThat(counted(db, CountQuery.standing(CALLS, DISTRICT, DAY))).isEmpty();

            assertThat(db.recount()).containsEntry(CALLS, 2L);

            assertThat(counted(db, CountQuery.standing(CALLS, DISTRICT, DAY))).isEqualTo(Map.of("snow", 1L, "ice", 1L));
            db.transactions(GAMMA).run(tx -> update(tx, "delete from platform_count_change where grade = 2"));
            assertThat(db.recount().get(CALLS)).isPositive();
            assertThat(db.recount()).isEmpty();
            assertThat(counted(db, CountQuery.standing(CALLS, DISTRICT, DAY))).isEqualTo(Map.of("snow", 1L, "ice", 1L));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void foldingLeavesOneRowForEachTileAndDay(Kind kind) {
        try (TestDatabase db = open(kind)) {
            for (int i = 0; i < 20; i++) {
                db.transactions(GAMMA).run(tx -> record(tx, new Call("210102001", "snow", DAY)));
            }
            db.foldCounts();

            db.transactions(GAMMA).read(tx -> {
                assertThat(rows(tx, "platform_count_change")).isZero();
                assertThat(rows(tx, "platform_count")).isEqualTo(4);
                return null;
            });
            assertThat(counted(db, CountQuery.standing(CALLS, UnitScope.everywhere(), DAY)))
                    .isEqualTo(Map.of("snow", 20L));
        }
    }

    private static Map<String, Long> counted(TestDatabase db, CountQuery query) {
        return db.transactions(GAMMA).read(tx -> tx.counted(query));
    }

    private static Map<String, Long> model(List<Call> calls, UnitScope scope, LocalDate from, LocalDate to) {
        return calls.stream()
                .filter(call -> scope.contains(call.unit()) && !call.day().isAfter(to))
                .filter(call -> from == null || !call.day().isBefore(from))
                .collect(Collectors.groupingBy(Call::kind, TreeMap::new, Collectors.counting()));
    }

    /** Few digits, so that codes lie above, below and beside each other; of any length, so of any layout. */
    private static String code(Random random) {
        return random.ints(1 + random.nextInt(8), 0, 3)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining());
    }

    private static Call call(Random random) {
        return new Call(code(random), random.nextBoolean() ? "snow" : "ice", DAY.plusDays(random.nextInt(5)));
    }

    private static UnitScope scope(Random random) {
        UnitScope scope = random.nextInt(5) == 0
                ? UnitScope.everywhere()
                : UnitScope.of(List.of(CodeRange.subtree(code(random)), CodeRange.only(code(random))));
        for (int holes = random.nextInt(4); holes > 0; holes--) {
            String hole = code(random);
            scope = scope.minus(random.nextBoolean() ? CodeRange.subtree(hole) : CodeRange.only(hole));
        }
        return scope;
    }

    private static void record(Tx tx, Call call) {
        insert(tx, call);
        tx.count(new CountChange(CALLS, call.kind(), call.unit(), call.day(), 1));
    }

    private static void insert(Tx tx, Call call) {
        update(
                tx,
                "insert into gamma_call (unit, kind, called_on) values (?, ?, ?)",
                call.unit(),
                call.kind(),
                call.day());
    }

    private static void update(Tx tx, String sql, Object... arguments) {
        try (PreparedStatement statement = tx.connection().prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long rows(Tx tx, String table) {
        try (PreparedStatement select = tx.connection().prepareStatement("select count(*) from " + table);
                var rows = select.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TestDatabase open(Kind kind) {
        TreeMap<String, URL> migrations = new TreeMap<>(Map.of(
                "migrations/0001-gamma.xml", CountsTest.class.getClassLoader().getResource("units/0001-gamma.xml")));
        URL root = CountsTest.class.getProtectionDomain().getCodeSource().getLocation();
        TreeMap<String, String> counts = new TreeMap<>(Map.of(
                CALLS, "select unit as unit_code, kind as part, called_on as on_day, 1 as amount from gamma_call"));
        UnitSource gamma = new UnitSource(
                GAMMA, "1.0.0", root, CountsTest.class.getClassLoader(), List.of(), Map.of(), migrations, counts);
        return switch (kind) {
            case H2 -> TestDatabase.onH2("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", 4, List.of(gamma));
            case POSTGRESQL -> TestDatabase.onPostgres(4, List.of(gamma));
        };
    }
}
