package org.gridloom.platform.rest.internal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.gridloom.platform.rest.internal.server.TestServer.Answer;
import org.gridloom.platform.testkit.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryTest {

    private static final Logger JERSEY = Logger.getLogger("org.glassfish.jersey");

    @RegisterExtension
    static final TestDatabase DB = TestDatabase.of();

    private final ReportsResource reports = new ReportsResource();
    private final Complaints complaints = new Complaints();
    private TestServer server;

    @BeforeEach
    void start() throws Exception {
        JERSEY.addHandler(complaints);
        server = new TestServer(DB.clock()).with(DB.access()).with(DB.platform(), DB.access());
        var bundle = server.bundle("org.gridloom.points", null);
        server.start();
        server.register(bundle, reports);
        server.settle();
        DB.access().signIn("tester");
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        JERSEY.removeHandler(complaints);
    }

    /** Before anything has left, in Jersey's buffer, and in the server's. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 20})
    void whatFailsWhileNothingHasReachedTheCallerIsAnsweredAsAFailure(int kilobytes) throws Exception {
        Answer answer = server.get("/api/points/reports?after=" + kilobytes);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("Content-Disposition")).isNull();
        assertThat(answer.json().path("instance").asText()).isEqualTo(answer.header("X-Request-Id"));
    }

    @Test
    void whatFailsLaterNeverLooksWhole() {
        assertThatThrownBy(() -> server.get("/api/points/reports?after=500")).isInstanceOf(IOException.class);
        assertThat(complaints.all).isEmpty();
    }

    @Test
    void aHalfAnswerIsNotKeptForARetry() throws Exception {
        for (int times = 1; times <= 2; times++) {
            Answer answer = server.post("/api/points/reports", "", "Idempotency-Key", "report-1");

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.body()).doesNotContain("xxx");
            assertThat(reports.asked).hasValue(times);
        }
    }

    @Test
    void aCallerWhoLeavesIsNoFailureAndEndsTheWork() throws Exception {
        server.leave("/api/points/reports/endless");

        assertThat(reports.lost.get(30, TimeUnit.SECONDS)).isInstanceOf(IOException.class);
        server.close();
        assertThat(complaints.all).isEmpty();
    }

    /** What Jersey takes for the server's failure. */
    private static final class Complaints extends Handler {

        private final List<String> all = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord entry) {
            if (entry.getLevel() == Level.SEVERE) {
                all.add(entry.getMessage());
            }
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
