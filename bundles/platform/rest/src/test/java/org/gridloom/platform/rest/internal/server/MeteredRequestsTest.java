package org.gridloom.platform.rest.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gridloom.platform.files.Storage;
import org.gridloom.platform.metric.Metric;
import org.gridloom.platform.metric.Metric.Sample;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.internal.server.TestServer.Answer;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators learn of each request. */
class MeteredRequestsTest {

    @RegisterExtension
    static final TestDatabase DB = TestDatabase.of();

    /** A disk with so many bytes left before its reserve. */
    private static final class SmallDisk implements Storage {

        private long left = Long.MAX_VALUE;

        @Override
        public void require(long bytes) {
            if (bytes >= left) {
                throw new Problem(Problem.Kind.FULL, Text.of("空间不足", "No room"));
            }
        }

        @Override
        public Space space() {
            throw new UnsupportedOperationException();
        }
    }

    private final SmallDisk disk = new SmallDisk();
    private TestServer server;

    @BeforeEach
    void start() throws Exception {
        server = new TestServer(DB.clock())
                .with(DB.access())
                .with(DB.platform(), DB.access())
                .with(disk);
        var bundle = server.bundle("org.gridloom.points", null);
        server.start();
        server.register(bundle, new NotesResource());
        server.settle();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void aRequestIsCountedByTheTemplateOfItsPath() throws Exception {
        server.get("/api/points/notes/13800138000?day=2026-01-31");
        server.get("/api/points/notes/2");
        server.get("/api/points/notes/broken");
        server.get("/api/points/notes/13800138000/nothing");

        assertThat(counted("/points/notes/{id}", "200") + counted("/points/notes/{id}", "422"))
                .isEqualTo(2);
        assertThat(counted("/points/notes/broken", "500")).isEqualTo(1);
        assertThat(counted("-", "404")).isEqualTo(1);
        assertThat(settled().toString()).doesNotContain("13800138000");
    }

    @Test
    void theDurationsOfAnOperationAddUpToItsRequests() throws Exception {
        server.get("/api/points/notes/shown");
        server.get("/api/points/notes/shown");

        Metric durations = settled().get(1);
        assertThat(value(durations, "_count", Map.of("operation", "/points/notes/shown")))
                .isEqualTo(2);
        assertThat(value(durations, "_bucket", Map.of("operation", "/points/notes/shown", "le", "+Inf")))
                .isEqualTo(2);
        assertThat(value(durations, "_sum", Map.of("operation", "/points/notes/shown")))
                .isPositive();
    }

    @Test
    void aSaneIdOfAProxyIsTaken() throws Exception {
        Answer answer = server.get("/api/points/notes/broken", "X-Request-Id", "proxy-7f3a.41");

        assertThat(answer.header("X-Request-Id")).isEqualTo("proxy-7f3a.41");
        assertThat(answer.json().path("instance").asText()).isEqualTo("proxy-7f3a.41");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"short", "a b c d e f g", "13800138000", "id-210102199001011234", "<script>alert(1)</script>"})
    void anIdThatIsNoneOrMayBeAPersonsNumberIsReplaced(String id) throws Exception {
        assertThat(server.get("/api/points/notes/shown", "X-Request-Id", id).header("X-Request-Id"))
                .isNotEqualTo(id)
                .hasSize(36);
    }

    @Test
    void filesAreRefusedWhileTheDiskHasNoRoomForThemAndRecordsAreNot() throws Exception {
        disk.left = 100;

        Answer small = server.send("POST", "/api/points/notes", "a,b", "Content-Type", "text/csv");
        Answer large = server.send(
                "POST", "/api/points/notes", "x".repeat(200), "Content-Type", "text/csv", "Accept-Language", "en");
        Answer record = server.post("/api/points/notes", "{\"title\":\"" + "x".repeat(200) + "\"}");

        assertThat(small.status()).isEqualTo(415);
        assertThat(large.status()).isEqualTo(507);
        assertThat(large.json().path("type").asText()).isEqualTo("urn:gridloom:problem:full");
        assertThat(large.json().path("detail").asText()).isEqualTo("No room");
        assertThat(record.status()).isEqualTo(200);
    }

    /** An answer may be there before its request is counted. */
    private List<Metric> settled() {
        while (value(server.meter().metrics().get(2), "", Map.of()) > 0) {
            Thread.onSpinWait();
        }
        return server.meter().metrics();
    }

    private double counted(String operation, String status) {
        return value(settled().get(0), "", Map.of("operation", operation, "status", status));
    }

    private static double value(Metric metric, String suffix, Map<String, String> labels) {
        return metric.samples().stream()
                .filter(sample -> sample.suffix().equals(suffix))
                .filter(sample -> sample.labels().entrySet().containsAll(labels.entrySet()))
                .mapToDouble(Sample::value)
                .sum();
    }
}
