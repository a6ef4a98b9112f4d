package org.gridloom.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.gridloom.platform.persistence.Indispensable;
import org.gridloom.platform.persistence.ReadOnlyMode;
import org.gridloom.platform.persistence.ReadOnlyState;
import org.gridloom.platform.persistence.internal.readonly.StoredReadOnlyMode;
import org.gridloom.platform.persistence.internal.tx.JoinedTransactions;
import org.gridloom.platform.persistence.internal.tx.UnitTransactions;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.Transactions;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(120)
class ReadOnlyModeTest {

    private static final ReadOnlyState STATE =
            new ReadOnlyState(Instant.parse("2026-11-26T02:00:00Z"), "tester", "搬迁服务器");
    private static final int WRITERS = 4;

    enum On {
        H2 {
            @Override
            TestDatabase open() {
                return TestDatabase.onH2(16);
            }
        },
        POSTGRESQL {
            @Override
            TestDatabase open() {
                return TestDatabase.onPostgres(16);
            }
        };

        abstract TestDatabase open();
    }

    @ParameterizedTest
    @EnumSource(On.class)
    void everythingCanBeReadAndNothingWrittenUntilItIsOff(On on) {
        try (TestDatabase db = on.open()) {
            ReadOnlyMode mode = db.readOnlyMode();
            record(db.platform(), "before");

            assertThat(mode.turnOn(STATE, tx -> tx.audit(entry("on")))).isTrue();
            assertThat(mode.state()).contains(STATE);
            assertThatThrownBy(() -> record(db.platform(), "during")).isInstanceOfSatisfying(Problem.class, refused -> {
                assertThat(refused.kind()).isEqualTo(Problem.Kind.READ_ONLY);
                assertThat(refused.text().zh()).contains(STATE.reason());
            });
            assertThat(db.platform().<Integer>read(tx -> 1)).isEqualTo(1);
            Indispensable.run(() -> record(db.platform(), "sign-in"));

            assertThat(mode.turnOff(tx -> tx.audit(entry("off")))).isTrue();
            record(db.platform(), "after");
            assertThat(mode.state()).isEmpty();
            assertThat(db.audit())
                    .extracting(RecordedAudit::subject)
                    .containsExactly("before", "on", "sign-in", "off", "after");
        }
    }

    @ParameterizedTest
    @EnumSource(On.class)
    void ofTwoWhoTurnItOneFindsItDone(On on) throws Exception {
        try (TestDatabase db = on.open()) {
            ReadOnlyMode mode = db.readOnlyMode();
            List<CompletableFuture<Boolean>> both = List.of(
                    CompletableFuture.supplyAsync(() -> mode.turnOn(STATE, tx -> tx.audit(entry("on")))),
                    CompletableFuture.supplyAsync(() -> mode.turnOn(STATE, tx -> tx.audit(entry("on")))));
            List<Boolean> turned = new ArrayList<>();
            for (CompletableFuture<Boolean> one : both) {
                turned.add(one.get());
            }
            assertThat(turned).containsExactlyInAnyOrder(true, false);
            assertThat(db.audit()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(On.class)
    void whatWasUnderWayRunsToItsEnd(On on) throws Exception {
        try (TestDatabase db = on.open()) {
            ReadOnlyMode mode = db.readOnlyMode();
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch turned = new CountDownLatch(1);
            CompletableFuture<Void> writer =
                    CompletableFuture.runAsync(() -> db.platform().run(tx -> {
                        begun.countDown();
                        await(turned);
                        tx.audit(entry("under way"));
                    }));
            begun.await();

            mode.turnOn(STATE, tx -> {});
            assertThat(mode.writing()).isEqualTo(1);
            assertThat(mode.awaitQuiet(Duration.ofMillis(1))).isFalse();
            turned.countDown();
            assertThat(mode.awaitQuiet(Duration.ofMinutes(1))).isTrue();

            assertThat(db.audit()).extracting(RecordedAudit::subject).containsExactly("under way");
            writer.get();
        }
    }

    @ParameterizedTest
    @EnumSource(On.class)
    void onceItIsQuietNoWriteOfThisNodeCommits(On on) throws Exception {
        try (TestDatabase db = on.open()) {
            List<Future<Long>> writers = writers(db.platform());
            awaitRows(db, WRITERS * 5);

            db.readOnlyMode().turnOn(STATE, tx -> {});
            assertThat(db.readOnlyMode().awaitQuiet(Duration.ofMinutes(1))).isTrue();
            int quiet = db.audit().size();

            for (Future<Long> writer : writers) {
                writer.get();
            }
            assertThat(db.audit()).hasSize(quiet);
        }
    }

    @ParameterizedTest
    @EnumSource(On.class)
    void anotherNodeBeginsNoWriteLaterThanASecondAfter(On on) throws Exception {
        try (TestDatabase db = on.open()) {
            JoinedTransactions joined =
                    new JoinedTransactions(db.dataSource(), db.access(), db.clock(), () -> {}, thrown -> {});
            joined.gate().watch();
            UnitTransactions other = new UnitTransactions(joined, null);
            List<Future<Long>> writers = writers(other);
            awaitRows(db, WRITERS * 5);

            db.readOnlyMode().turnOn(STATE, tx -> {});
            long on1 = System.nanoTime();

            for (Future<Long> writer : writers) {
                assertThat(writer.get() - on1).isLessThan(ReadOnlyMode.TRUSTED.toNanos());
            }
            StoredReadOnlyMode seenThere = new StoredReadOnlyMode(joined.gate(), other);
            assertThat(seenThere.state()).contains(STATE);
            assertThat(seenThere.turnOff(tx -> {})).isTrue();
            record(other, "again");
        }
    }

    /** Each writes until it was refused a few times; gives when its last write that committed was begun. */
    private static List<Future<Long>> writers(Transactions transactions) {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        List<Future<Long>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(threads.submit(() -> {
                long last = 0;
                for (int refused = 0; refused < 20; ) {
                    long begun = System.nanoTime();
                    try {
                        record(transactions, "writer");
                        last = begun;
                    } catch (Problem e) {
                        assertThat(e.kind()).isEqualTo(Problem.Kind.READ_ONLY);
                        refused++;
                    }
                }
                return last;
            }));
        }
        threads.shutdown();
        return writers;
    }

    private static void awaitRows(TestDatabase db, int rows) {
        while (db.audit().size() < rows) {
            Thread.onSpinWait();
        }
    }

    private static void record(Transactions transactions, String subject) {
        transactions.run(tx -> tx.audit(entry(subject)));
    }

    private static AuditEntry entry(String subject) {
        return AuditEntry.created("test.written", subject, null, Map.of());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
