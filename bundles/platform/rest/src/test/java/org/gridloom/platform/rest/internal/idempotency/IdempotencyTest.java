package org.gridloom.platform.rest.internal.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.Versions;
import org.gridloom.platform.rest.internal.server.NotesResource;
import org.gridloom.platform.rest.internal.server.NotesResource.Note;
import org.gridloom.platform.rest.internal.server.TestServer;
import org.gridloom.platform.rest.internal.server.TestServer.Answer;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.AuditEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IdempotencyTest {

    private static final String PATH = "/api/points/notes";
    private static final String KEY = "Idempotency-Key";

    /** More than the buffers of both sides of a connection take, characters. */
    private static final int LONG = 16 << 20;

    @RegisterExtension
    final TestDatabase db = TestDatabase.of();

    private final AtomicInteger calls = new AtomicInteger();
    private TestServer server;

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void aRequestThatIsSentAgainTakesEffectOnceAndGetsTheSameAnswer() throws Exception {
        start(this::create);

        Answer first = server.post(PATH, "{\"title\":\"a\"}", KEY, "k1");
        Answer second = server.post(PATH, "{\"title\":\"a\"}", KEY, "k1");

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body()).contains("张伟");
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo("\"1\"");
        assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(db.audit()).hasSize(1);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() throws Exception {
        start(this::create);
        server.post(PATH, "{\"title\":\"a\"}", KEY, "k1");

        Answer other = server.post(PATH, "{\"title\":\"b\"}", KEY, "k1");

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.violation()).startsWith(KEY);
        assertThat(db.audit()).hasSize(1);
    }

    @Test
    void eachAccountHasItsOwnKeys() throws Exception {
        start(this::create);
        server.post(PATH, "{\"title\":\"a\"}", KEY, "k1");
        db.access().signIn("another");

        assertThat(server.post(PATH, "{\"title\":\"a\"}", KEY, "k1").header("Idempotency-Replayed"))
                .isNull();
        assertThat(db.audit()).hasSize(2);
    }

    @Test
    void aRefusedRequestLeavesNothingAndCanBeSentAgain() throws Exception {
        start(note -> {
            if (calls.incrementAndGet() == 1) {
                create(note);
                throw Problem.conflict(Text.of("现在不行", "Not now"));
            }
            return create(note);
        });

        assertThat(server.post(PATH, "{}", KEY, "k1").status()).isEqualTo(409);
        assertThat(db.audit()).isEmpty();
        assertThat(rows()).isZero();
        assertThat(server.post(PATH, "{}", KEY, "k1").status()).isEqualTo(201);
        assertThat(db.audit()).hasSize(1);
    }

    @Test
    void aFailureInsideRollsBackEvenIfTheResourceAnswersAsIfAllWereWell() throws Exception {
        start(note -> {
            create(note);
            try {
                db.platform().run(tx -> {
                    throw Problem.conflict(Text.of("不行", "No"));
                });
            } catch (Problem swallowed) {
                return Response.ok("{}").tag("9").build();
            }
            return Response.ok("{}").build();
        });

        Answer answer = server.post(PATH, "{}", KEY, "k1");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.header("ETag")).isNull();
        assertThat(db.audit()).isEmpty();
    }

    @Test
    void aRequestThatIsStillRunningIsNotStartedAgain() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        start(note -> {
            entered.countDown();
            await(go);
            return create(note);
        });
        CompletableFuture<Answer> first = server.postAsync(PATH, "{}", KEY, "k1");
        await(entered);

        assertThat(server.post(PATH, "{}", KEY, "k1").status()).isEqualTo(409);

        go.countDown();
        assertThat(first.get().status()).isEqualTo(201);
        assertThat(db.audit()).hasSize(1);
    }

    @Test
    void whoHasTheAnswerMaySendTheRequestAgainAtOnce() throws Exception {
        start(note -> {
            create(note);
            return Response.ok("{\"long\":\"" + "x".repeat(LONG) + "\"}").build();
        });

        try (InputStream unread = server.postUnread(PATH, "{}", KEY, "k1")) {
            assertThat(unread).as("an answer that still leaves").isNotNull();
            assertThat(server.post(PATH, "{}", KEY, "k1").header("Idempotency-Replayed"))
                    .isEqualTo("true");
        }
        assertThat(db.audit()).hasSize(1);
    }

    @Test
    void aRequestThatAnotherNodeIsServingGetsItsAnswerHereToo() throws Exception {
        start(this::create);
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (TestServer slow = server(note -> {
            entered.countDown();
            await(go);
            return create(note);
        })) {
            CompletableFuture<Answer> there = slow.postAsync(PATH, "{}", KEY, "k1");
            await(entered);
            CompletableFuture<Answer> here = server.postAsync(PATH, "{}", KEY, "k1");

            go.countDown();

            assertThat(there.get().status()).isEqualTo(201);
            assertThat(here.get().status()).isEqualTo(201);
            assertThat(here.get().header("Idempotency-Replayed")).isEqualTo("true");
        }
        assertThat(db.audit()).hasSize(1);
    }

    @Test
    void aKeyMustBePlain() throws Exception {
        start(this::create);

        assertThat(server.post(PATH, "{}", KEY, "x".repeat(201)).status()).isEqualTo(422);
        assertThat(server.post(PATH, "{}", KEY, "a b").violation()).startsWith(KEY);
    }

    @Test
    void withoutAKeyEveryRequestCounts() throws Exception {
        start(this::create);
        server.post(PATH, "{}");
        server.post(PATH, "{}");

        assertThat(db.audit()).hasSize(2);
        assertThat(rows()).isZero();
    }

    @Test
    void anAnswerIsForgottenAfterADay() throws Exception {
        start(this::create);
        server.post(PATH, "{}", KEY, "k1");
        prune();
        assertThat(rows()).isEqualTo(1);
        db.platform().run(tx -> age(tx.connection()));
        assertThat(server.post(PATH, "{}", KEY, "k1").header("Idempotency-Replayed"))
                .isNull();
        db.platform().run(tx -> age(tx.connection()));
        prune();
        assertThat(rows()).isZero();
    }

    private void prune() {
        db.platform().run(tx -> new IdempotencyPruner(db.clock()).run(tx, null));
    }

    private void start(Function<Note, Response> onPost) throws Exception {
        server = server(onPost);
    }

    private TestServer server(Function<Note, Response> onPost) throws Exception {
        TestServer made = new TestServer(db.clock()).with(db.access()).with(db.platform(), db.access());
        var bundle = made.bundle("org.gridloom.points", null);
        made.start();
        made.register(bundle, new NotesResource(onPost));
        return made.settle();
    }

    private Response create(Note note) {
        db.platform().run(tx -> tx.audit(AuditEntry.created("points.note.made", "note/1", null, Map.of())));
        return Response.created(URI.create("/api/points/notes/1"))
                .tag(Versions.tag(1))
                .entity("{\"by\":\"张伟\",\"title\":\"" + note.title() + "\"}")
                .build();
    }

    private long rows() {
        return db.platform().read(tx -> {
            try (PreparedStatement count =
                            tx.connection().prepareStatement("select count(*) from platform_idempotency");
                    ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void age(java.sql.Connection connection) {
        try (PreparedStatement update = connection.prepareStatement(
                "update platform_idempotency set created_at = timestamp '2020-01-01 00:00:00'")) {
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
