package org.gridloom.platform.events.internal.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.gridloom.platform.events.internal.Databases;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.testkit.TestFiles;
import org.gridloom.platform.tx.Tx;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(120)
class ChainTest {

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whatIsCommittedIsSealedInOrderAndFoundWhole(Databases kind) {
        try (TestDatabase db = kind.open()) {
            write(db, 25);

            assertThat(verify(db, Chain.AUDIT).unsealed()).isEqualTo(25);
            assertThat(revision(db)).isEqualTo(25);
            assertThat(new Sealer(db.platform()).seal(Chain.AUDIT)).isEqualTo(25);
            assertThat(revision(db)).isEqualTo(25);
            assertThat(new Sealer(db.platform()).seal(Chain.EVENT)).isEqualTo(25);
            assertThat(new Sealer(db.platform()).seal(Chain.AUDIT)).isZero();

            for (Chain chain : Chain.values()) {
                ChainReport report = verify(db, chain);
                assertThat(report.whole()).isTrue();
                assertThat(report.checked()).isEqualTo(25);
                assertThat(report.unsealed()).isZero();
            }
            assertThat(positions(db)).containsExactlyElementsOf(upTo(25));
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void moreThanABatchAndMoreThanAChunkAreSealedAndVerified(Databases kind) {
        try (TestDatabase db = kind.open()) {
            db.platform().run(tx -> IntStream.range(0, 5500).forEach(i -> Databases.record(tx, "item/" + i, null)));

            assertThat(new Sealer(db.platform()).seal(Chain.AUDIT)).isEqualTo(5500);
            assertThat(verify(db, Chain.AUDIT).checked()).isEqualTo(5500);
            assertThat(verify(db, Chain.AUDIT).whole()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aLateCommitIsNotSkipped(Databases kind) throws Exception {
        try (TestDatabase db = kind.open()) {
            CountDownLatch written = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            ExecutorService thread = Executors.newSingleThreadExecutor();
            Future<?> late = thread.submit(() -> db.platform().run(tx -> {
                Databases.record(tx, "item/late", null);
                tx.connection(); // sends the rows
                written.countDown();
                await(goOn);
            }));
            await(written);
            write(db, 3);

            assertThat(new Sealer(db.platform()).seal(Chain.AUDIT)).isEqualTo(3);
            assertThat(revision(db)).isEqualTo(3);
            goOn.countDown();
            late.get();
            assertThat(revision(db)).isEqualTo(4);
            thread.shutdown();
            assertThat(new Sealer(db.platform()).seal(Chain.AUDIT)).isEqualTo(1);

            assertThat(verify(db, Chain.AUDIT).whole()).isTrue();
            assertThat(strings(db, "select subject from platform_audit where position = 4"))
                    .containsExactly("item/late");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void sixteenWritersAndTwoSealersOnFourConnectionsMakeOneWholeChain(Databases kind) throws Exception {
        int writers = 16;
        int each = 20;
        try (TestDatabase db = kind.open()) {
            ExecutorService threads = Executors.newFixedThreadPool(writers + 2);
            List<Callable<Void>> work = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                work.add(() -> {
                    write(db, each);
                    return null;
                });
            }
            for (int sealer = 0; sealer < 2; sealer++) {
                work.add(() -> {
                    for (int i = 0; i < 50; i++) {
                        new Sealer(db.platform()).seal(Chain.AUDIT);
                        new Sealer(db.platform()).seal(Chain.EVENT);
                    }
                    return null;
                });
            }
            for (Future<Void> result : threads.invokeAll(work)) {
                result.get();
            }
            threads.shutdown();
            new Sealer(db.platform()).seal(Chain.AUDIT);
            new Sealer(db.platform()).seal(Chain.EVENT);

            for (Chain chain : Chain.values()) {
                assertThat(verify(db, chain).whole()).isTrue();
                assertThat(verify(db, chain).checked()).isEqualTo(writers * each);
            }
            assertThat(positions(db)).containsExactlyElementsOf(upTo(writers * each));
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aSealerThatDiesAmidABatchLeavesTheChainAsItWas(Databases kind) throws SQLException {
        try (TestDatabase db = kind.open()) {
            write(db, 2);
            try (Connection dying = db.dataSource().getConnection();
                    Statement statement = dying.createStatement()) {
                statement.execute("select * from platform_seal where chain = 'audit' for update");
                statement.execute("update platform_audit set position = 1, hash = 'x' where subject = 'item/0'");
                assertThat(new Sealer(db.platform()).seal(Chain.AUDIT)).isZero();
                dying.rollback();
            }

            assertThat(new Sealer(db.platform()).seal(Chain.AUDIT)).isEqualTo(2);
            assertThat(verify(db, Chain.AUDIT).whole()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aChangedEntryIsNamed(Databases kind) {
        try (TestDatabase db = sealed(kind)) {
            Databases.tamper(db, "update platform_audit set account = 'somebody' where position = 4");

            assertBroken(db, Chain.AUDIT, 4, "changed");
            assertThat(verify(db, Chain.EVENT).whole()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aChangedTimeOrPayloadIsNamed(Databases kind) {
        try (TestDatabase db = sealed(kind)) {
            Databases.tamper(
                    db,
                    "update platform_event set payload = '{}' where position = 5",
                    "update platform_audit set recorded_at = timestamp with time zone '2020-01-01 00:00:00+00'"
                            + " where position = 7");

            assertBroken(db, Chain.EVENT, 5, "changed");
            assertBroken(db, Chain.AUDIT, 7, "changed");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void anAddressThatIsChangedTakenAwayOrPutThereIsNamed(Databases kind) {
        try (TestDatabase db = sealed(kind)) {
            Databases.tamper(db, "update platform_audit set address = '203.0.113.8' where position = 9");
            assertBroken(db, Chain.AUDIT, 9, "changed");

            Databases.tamper(db, "update platform_audit set address = null where position = 6");
            assertBroken(db, Chain.AUDIT, 6, "changed");
        }
        try (TestDatabase db = withAnEntryOfBeforeAddresses(kind)) {
            Databases.tamper(db, "update platform_audit set address = '203.0.113.8' where position = 1");

            assertBroken(db, Chain.AUDIT, 1, "changed");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void anEntryOfBeforeAddressesIsWholeAndGoneOnFrom(Databases kind) {
        try (TestDatabase db = withAnEntryOfBeforeAddresses(kind)) {
            write(db, 2);
            new Sealer(db.platform()).seal(Chain.AUDIT);

            assertThat(verify(db, Chain.AUDIT).whole()).isTrue();
            assertThat(verify(db, Chain.AUDIT).checked()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aDeletedEntryIsNamed(Databases kind) {
        try (TestDatabase db = sealed(kind)) {
            Databases.tamper(db, "delete from platform_audit where position = 6");

            assertBroken(db, Chain.AUDIT, 6, "missing");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void theLastEntriesDeletedAreMissed(Databases kind) {
        try (TestDatabase db = sealed(kind)) {
            Databases.tamper(db, "delete from platform_audit where position > 8");

            assertBroken(db, Chain.AUDIT, 9, "missing");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void anEntryDeletedWithTheRestMovedUpIsNamed(Databases kind) {
        try (TestDatabase db = sealed(kind)) {
            Databases.tamper(
                    db,
                    "delete from platform_audit where position = 3",
                    "update platform_audit set position = position + 100 where position > 3",
                    "update platform_audit set position = position - 101 where position > 100",
                    "update platform_seal set position = position - 1 where chain = 'audit'");

            assertBroken(db, Chain.AUDIT, 3, "reordered");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void entriesThatChangedPlacesAreNamed(Databases kind) {
        try (TestDatabase db = sealed(kind)) {
            Databases.tamper(
                    db,
                    "update platform_audit set position = 1000 where position = 3",
                    "update platform_audit set position = 3 where position = 5",
                    "update platform_audit set position = 5 where position = 1000");

            assertBroken(db, Chain.AUDIT, 3, "reordered");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void theUnsealedTailAndItsAgeAreReported(Databases kind) {
        try (TestDatabase db = sealed(kind)) {
            Databases.record(db, "item/new", null);
            db.clock().advance(Duration.ofMinutes(2));

            ChainReport report = verify(db, Chain.AUDIT);
            assertThat(report.whole()).isTrue();
            assertThat(report.unsealed()).isEqualTo(1);
            assertThat(report.unsealedSeconds()).isEqualTo(120);
        }
    }

    private static long revision(TestDatabase db) {
        return db.platform().read(Tx::revision);
    }

    private static TestDatabase sealed(Databases kind) {
        TestDatabase db = kind.open();
        write(db, 10);
        new Sealer(db.platform()).seal(Chain.AUDIT);
        new Sealer(db.platform()).seal(Chain.EVENT);
        return db;
    }

    /** With the hash that it was given then. */
    private static TestDatabase withAnEntryOfBeforeAddresses(Databases kind) {
        TestDatabase db = kind.open();
        String hash = "7a09f175c9282c4b8636bdf9faf57b6678f565160a167feee36109439190e9e5";
        String row = """
                insert into platform_audit (id, position, previous_hash, hash, recorded_at, account, origin, request_id,
                  action, subject, unit_code, before_json, after_json)
                values (1, 1, '%s', '%s', timestamp with time zone '2026-01-05 08:30:00+00', 'li', 'rest', 'r-1',
                  'organization.unit.renamed', 'unit/210102021', '210102021', '{"name":"旧"}', '{"name":"新"}')""";
        Databases.tamper(
                db,
                row.formatted("0".repeat(64), hash),
                "update platform_seal set position = 1, hash = '" + hash + "' where chain = 'audit'",
                "alter table platform_audit alter column id restart with 2");
        return db;
    }

    private static void write(TestDatabase db, int count) {
        for (int i = 0; i < count; i++) {
            Databases.record(db, "item/" + i, "210102");
        }
    }

    private static ChainReport verify(TestDatabase db, Chain chain) {
        Anchors none = new Anchors(db.platform(), TestFiles.in(Path.of("target", "no-anchors")), db.clock());
        return new Verification(db.platform(), none, db.clock()).verify(chain);
    }

    private static void assertBroken(TestDatabase db, Chain chain, long position, String kind) {
        ChainReport report = verify(db, chain);
        assertThat(report.whole()).isFalse();
        assertThat(report.checked()).isEqualTo(position - 1);
        assertThat(report.broken().position()).isEqualTo(position);
        assertThat(report.broken().kind()).isEqualTo(kind);
    }

    private static List<Long> upTo(int last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static List<Long> positions(TestDatabase db) {
        return strings(db, "select position from platform_audit order by position").stream()
                .map(Long::valueOf)
                .toList();
    }

    private static List<String> strings(TestDatabase db, String sql) {
        return db.platform().read(tx -> {
            try (Statement statement = tx.connection().createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                List<String> found = new ArrayList<>();
                while (row.next()) {
                    found.add(row.getString(1));
                }
                return found;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
