package org.gridloom.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.testkit.Units.Kind;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.EventDraft;
import org.gridloom.platform.tx.Transactions;
import org.gridloom.platform.tx.Tx;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(120)
class JoinedTransactionTest {

    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void twoUnitsAuditEventAndIdempotencyCommitTogetherOnOneConnection(Kind kind) {
        try (TestDatabase db = Units.open(kind, 1)) {
            everything(db, "common", () -> {});

            assertThat(names(db)).containsExactly("common", "common");
            assertThat(db.audit()).extracting(RecordedAudit::subject).containsExactly("alpha/common", "beta/common");
            assertThat(db.audit()).extracting(RecordedAudit::account).containsOnly("tester");
            assertThat(db.events()).extracting(RecordedEvent::aggregate).containsExactly("beta/common");
            assertThat(count(db, "platform_idempotency")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void twoUnitsAuditEventAndIdempotencyRollBackTogetherOnOneConnection(Kind kind) {
        try (TestDatabase db = Units.open(kind, 1)) {
            assertThatThrownBy(() -> everything(db, "common", () -> {
                        throw new Refused();
                    }))
                    .isInstanceOf(Refused.class);

            assertNothingWritten(db);
            everything(db, "common", () -> {});
            assertThat(names(db)).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void theRevisionMovesOnWithWhatIsCommittedAndOnlyWithThat(Kind kind) {
        try (TestDatabase db = Units.open(kind, 2)) {
            Transactions transactions = db.transactions(Units.ALPHA);
            long before = transactions.read(Tx::revision);
            assertThatThrownBy(() -> transactions.run(tx -> {
                        tx.audit(entry("alpha/never"));
                        throw new Refused();
                    }))
                    .isInstanceOf(Refused.class);
            assertThat(transactions.read(Tx::revision)).isEqualTo(before);

            transactions.run(tx -> {
                tx.audit(entry("alpha/one"));
                tx.audit(entry("alpha/two"));
            });
            assertThat(transactions.read(Tx::revision)).isEqualTo(before + 2);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aFailureOfTheLastStatementUndoesTheFirst(Kind kind) {
        try (TestDatabase db = Units.open(kind, 1)) {
            assertThatThrownBy(() -> db.transactions(Units.ALPHA).run(tx -> {
                        tx.em().persist(new Alpha("one"));
                        db.transactions(Units.BETA).run(inner -> {
                            inner.em().persist(new Beta("twice"));
                            inner.em().persist(new Beta("twice"));
                            inner.audit(entry("beta/twice"));
                        });
                    }))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.CONFLICT));

            assertNothingWritten(db);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void anInnerFailureThatIsCaughtStillRollsAllBackAndComesOut(Kind kind) {
        try (TestDatabase db = Units.open(kind, 1)) {
            Transactions beta = db.transactions(Units.BETA);
            assertThatThrownBy(() -> db.transactions(Units.ALPHA).run(tx -> {
                        tx.em().persist(new Alpha("one"));
                        try {
                            beta.run(inner -> {
                                throw new Refused();
                            });
                        } catch (Refused expected) {
                            tx.audit(entry("alpha/one"));
                        }
                    }))
                    .isInstanceOf(Refused.class);

            assertNothingWritten(db);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aRefusedInnerReadingThatIsCaughtUndoesNothing(Kind kind) {
        try (TestDatabase db = Units.open(kind, 1)) {
            Transactions beta = db.transactions(Units.BETA);
            db.transactions(Units.ALPHA).run(tx -> {
                tx.em().persist(new Alpha("one"));
                try {
                    beta.read(inner -> {
                        throw new Refused();
                    });
                } catch (Refused expected) {
                    tx.em().persist(new Alpha("two"));
                }
            });

            assertThat(names(db)).containsExactlyInAnyOrder("one", "two");
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aJoinedReadingSeesWhatIsPendingAndPlainSqlToo(Kind kind) {
        try (TestDatabase db = Units.open(kind, 1)) {
            db.transactions(Units.ALPHA).run(tx -> {
                tx.em().persist(new Alpha("pending"));
                long seen = db.transactions(Units.ALPHA)
                        .read(read -> read.em()
                                .createQuery("select count(a) from Alpha a", Long.class)
                                .getSingleResult());
                assertThat(seen).isEqualTo(1);
                assertThat(rows(tx.connection(), "alpha_item")).isEqualTo(1);
                assertThat(count(db, "alpha_item")).isEqualTo(1);
            });
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void readingWritesNothing(Kind kind) {
        try (TestDatabase db = Units.open(kind, 1)) {
            Transactions alpha = db.transactions(Units.ALPHA);
            alpha.run(tx -> tx.em().persist(new Alpha("before")));

            alpha.read(tx -> {
                find(tx, "before").rename("after");
                return null;
            });
            assertThatThrownBy(() -> alpha.read(tx -> {
                        tx.audit(entry("alpha/before"));
                        return null;
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> alpha.read(tx -> {
                        alpha.run(inner -> inner.em().persist(new Alpha("no")));
                        return null;
                    }))
                    .isInstanceOf(IllegalStateException.class);

            assertThat(names(db)).containsExactly("before");
            assertThat(db.audit()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aSecondWriterOfTheSameVersionIsToldThatItChanged(Kind kind) {
        try (TestDatabase db = Units.open(kind, 2)) {
            Transactions alpha = db.transactions(Units.ALPHA);
            alpha.run(tx -> tx.em().persist(new Alpha("first")));

            assertThatThrownBy(() -> alpha.run(tx -> {
                        Alpha mine = find(tx, "first");
                        onAnotherThread(() -> {
                            alpha.run(other -> find(other, "first").rename("theirs"));
                            return null;
                        });
                        mine.rename("mine");
                    }))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.CHANGED));

            assertThat(names(db)).containsExactly("theirs");
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void exceptionsCarryNoRowValues(Kind kind) {
        try (TestDatabase db = Units.open(kind, 1)) {
            String secret = "张三-210102";
            Transactions alpha = db.transactions(Units.ALPHA);
            alpha.run(tx -> tx.em().persist(new Alpha(secret)));

            assertThatThrownBy(() -> alpha.run(tx -> tx.em().persist(new Alpha(secret))))
                    .satisfies(e -> assertThat(trace(e)).doesNotContain(secret, "alpha_item", "ALPHA_ITEM"));
            assertThatThrownBy(() -> alpha.run(tx -> tx.em().persist(new Alpha(secret.repeat(10)))))
                    .satisfies(e -> assertThat(trace(e)).contains("22001").doesNotContain(secret));
            assertThatThrownBy(() -> alpha.run(tx -> sql(
                            tx.connection(), "insert into alpha_item (id, name, version) values (1, ?, 0)", secret)))
                    .satisfies(e -> assertThat(trace(e)).doesNotContain(secret));
            assertThatThrownBy(() -> alpha.run(tx -> sql(tx.connection(), "selct ?", secret)))
                    .satisfies(e -> assertThat(trace(e)).doesNotContain(secret, "selct"));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void nothingStaysOnTheThreadAndTheConnectionDiesWithTheTransaction(Kind kind) {
        try (TestDatabase db = Units.open(kind, 1)) {
            Connection kept = db.platform().call(Tx::connection);

            assertThatThrownBy(kept::createStatement).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> db.platform().call(tx -> tx).connection())
                    .isInstanceOf(IllegalStateException.class);
            db.platform()
                    .run(tx ->
                            assertThat(rows(tx.connection(), "platform_seal")).isEqualTo(2));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void nobodyEndsTheTransactionFromWithin(Kind kind) {
        try (TestDatabase db = Units.open(kind, 1)) {
            assertThatThrownBy(() -> db.transactions(Units.ALPHA).run(tx -> {
                        sql(tx.connection(), "insert into alpha_item (id, name, version) values (1, ?, 0)", "one");
                        endIt(tx.connection());
                        throw new Refused();
                    }))
                    .isInstanceOf(Refused.class);

            assertNothingWritten(db);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void sixteenWritersOnFourConnectionsLoseNothing(Kind kind) throws Exception {
        int writers = 16;
        int each = 25;
        try (TestDatabase db = Units.open(kind, 4)) {
            ExecutorService threads = Executors.newFixedThreadPool(writers);
            List<Future<Void>> results = threads.invokeAll(IntStream.range(0, writers)
                    .<Callable<Void>>mapToObj(writer -> () -> {
                        for (int i = 0; i < each; i++) {
                            everything(db, writer + "-" + i, () -> {});
                        }
                        return null;
                    })
                    .toList());
            threads.shutdown();
            for (Future<Void> result : results) {
                result.get();
            }

            assertThat(names(db)).hasSize(2 * writers * each);
            assertThat(db.audit().stream().map(RecordedAudit::subject).collect(Collectors.toSet()))
                    .hasSize(2 * writers * each);
            assertThat(db.events()).hasSize(writers * each);
        }
    }

    /** The outermost transaction is the platform's, as for a POST with an Idempotency-Key. */
    private static void everything(TestDatabase db, String name, Runnable last) {
        db.platform().run(outer -> {
            idempotency(outer.connection(), name);
            db.transactions(Units.ALPHA).run(tx -> {
                tx.em().persist(new Alpha(name));
                tx.audit(entry("alpha/" + name));
                db.transactions(Units.BETA).run(inner -> {
                    inner.em().persist(new Beta(name));
                    inner.audit(entry("beta/" + name));
                    inner.publish(new EventDraft("test.beta.made", 1, "beta/" + name, null, Map.of("name", name)));
                });
                last.run();
            });
        });
    }

    private static AuditEntry entry(String subject) {
        return AuditEntry.created("test.item.made", subject, "210102", Map.of("made", true));
    }

    private static Alpha find(Tx tx, String name) {
        return tx.em()
                .createQuery("select a from Alpha a where a.name = :name", Alpha.class)
                .setParameter("name", name)
                .getSingleResult();
    }

    private static void idempotency(Connection connection, String key) {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into platform_idempotency (account, request_key, route, body_digest, created_at)"
                        + " values ('tester', ?, 'POST /test', 'digest', ?)")) {
            insert.setString(1, key);
            insert.setObject(2, OffsetDateTime.parse("2026-03-02T09:00:00+08:00"));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void sql(Connection connection, String sql, String parameter) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void endIt(Connection connection) {
        try {
            connection.commit();
            connection.setAutoCommit(true);
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aSnapshotIsOfOneMomentHoweverMuchIsWrittenMeanwhile(Kind kind) {
        try (TestDatabase db = Units.open(kind, 2)) {
            Transactions alpha = db.transactions(Units.ALPHA);
            alpha.run(tx -> tx.em().persist(new Alpha("first")));

            db.platform().snapshot(outer -> {
                assertThat(names(db)).containsExactly("first");
                onAnotherThread(() -> alpha.call(tx -> {
                    find(tx, "first").rename("other");
                    tx.em().persist(new Alpha("second"));
                    return null;
                }));
                assertThat(names(db)).containsExactly("first");
                assertThat(alpha.<Integer>snapshot(tx -> rows(tx.connection(), "alpha_item")))
                        .isEqualTo(1);
                return null;
            });

            assertThat(names(db)).containsExactlyInAnyOrder("other", "second");
            alpha.read(tx -> {
                assertThat(names(db)).hasSize(2);
                onAnotherThread(() -> alpha.call(tx2 -> {
                    tx2.em().persist(new Alpha("third"));
                    return null;
                }));
                assertThat(names(db)).as("the connection is as it was").hasSize(3);
                return null;
            });
            assertThatThrownBy(() -> alpha.read(tx -> alpha.snapshot(inner -> null)))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    private static <T> void onAnotherThread(Callable<T> work) {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            thread.submit(work).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            thread.shutdown();
        }
    }

    private static void assertNothingWritten(TestDatabase db) {
        assertThat(names(db)).isEmpty();
        assertThat(db.audit()).isEmpty();
        assertThat(db.events()).isEmpty();
        assertThat(count(db, "platform_idempotency")).isZero();
    }

    private static List<String> names(TestDatabase db) {
        List<String> names = new ArrayList<>();
        names.addAll(db.transactions(Units.ALPHA)
                .read(tx -> tx.em()
                        .createQuery("select a.name from Alpha a", String.class)
                        .getResultList()));
        names.addAll(db.transactions(Units.BETA)
                .read(tx -> tx.em()
                        .createQuery("select b.name from Beta b", String.class)
                        .getResultList()));
        return names;
    }

    private static int count(TestDatabase db, String table) {
        return db.platform().read(tx -> rows(tx.connection(), table));
    }

    private static int rows(Connection connection, String table) {
        try (PreparedStatement count = connection.prepareStatement("select count(*) from " + table);
                ResultSet row = count.executeQuery()) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String trace(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
