package org.gridloom.itests.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridloom.itests.harness.BootedDistrict;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Gridloom;
import org.gridloom.itests.harness.Gridloom.Login;
import org.gridloom.itests.harness.Rest;
import org.gridloom.itests.harness.Rest.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The whole district made read-only and writable again while people work. */
@ExtendWith(BootedDistrict.class)
class ReadOnlyIT {

    private static final String SWITCH = "/api/operations/read-only";
    private static final String REASON = "演练恢复,约 5 分钟";
    private static final int WRITERS = 3;

    private final Gridloom gridloom;
    private final Rest rest;

    ReadOnlyIT(Gridloom gridloom) {
        this.gridloom = gridloom;
        rest = gridloom.rest();
    }

    @AfterEach
    void makeWritable() {
        if (rest.get(SWITCH).ok().json().get("on").asBoolean()) {
            rest.delete(SWITCH).ok();
        }
    }

    @Test
    void whileItIsOnEverythingIsReadAndNothingWritten() {
        rest.put(SWITCH, Map.of("reason", REASON)).expect(200);
        rest.put(SWITCH, Map.of("reason", "again")).expect(409);

        Answer refused = rest.with("Accept-Language", "zh-CN").post("/api/roles", role("read-only-one"));
        refused.expect(503);
        assertThat(refused.header("Retry-After")).isEqualTo("60");
        assertThat(refused.json().get("type").asText()).isEqualTo("urn:gridloom:problem:read-only");
        assertThat(refused.json().get("detail").asText()).contains(REASON);
        rest.with("Idempotency-Key", "read-only-1")
                .post("/api/roles", role("read-only-one"))
                .expect(503);
        rest.get("/api/roles/read-only-one").expect(404);
        rest.get("/api/figures?unit=210102").ok();
        rest.get("/api/health/ready").ok();

        try (Console console = gridloom.console()) {
            assertThat(console.run("role:create read-only-two 二 two platform.account.view")
                            .refused()
                            .output())
                    .contains(REASON);
            assertThat(console.run("gridloom:read-only").ok().output()).contains(REASON);
            console.run("figures:verify --repair").refused();
            console.run("gridloom:read-only off").ok();
            console.run("gridloom:read-only off").refused();
        }
        rest.post("/api/roles", role("read-only-one")).expect(201);
        rest.delete("/api/roles/read-only-one");
    }

    @Test
    void peopleSignInAndOutAndAreCountedMeanwhile() {
        Login admin = gridloom.admin();
        rest.put(SWITCH, Map.of("reason", REASON)).expect(200);
        JsonNode session = gridloom.anonymous()
                .post("/api/session", Map.of("username", admin.username(), "password", admin.password()))
                .ok()
                .json();
        assertThat(session).isNotNull();
        gridloom.anonymous()
                .post("/api/session", Map.of("username", "nobody-there", "password", "wrong"))
                .expect(401);
        assertThat(rest.total("/api/audit?action=platform.session.opened")).isPositive();
        assertThat(rest.get("/api/audit?action=platform.read-only.on&size=1")
                        .ok()
                        .json()
                        .get("items")
                        .get(0)
                        .get("reason")
                        .asText())
                .isEqualTo(REASON);
    }

    @Test
    void onceItIsOnNoneOfThoseWhoWriteIsServedUntilItIsOff() throws Exception {
        AtomicInteger created = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        List<Future<Integer>> refusals = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            int writer = i;
            refusals.add(threads.submit(() -> {
                int refused = 0;
                for (int n = 0; refused < 10; n++) {
                    int status = rest.post("/api/roles", role("busy-" + writer + "-" + n))
                            .status();
                    assertThat(status).isIn(201, 503);
                    created.addAndGet(status == 201 ? 1 : 0);
                    refused += status == 503 ? 1 : 0;
                }
                return refused;
            }));
        }
        await().until(() -> created.get() > WRITERS * 3);

        JsonNode on = rest.put(SWITCH, Map.of("reason", REASON)).expect(200).json();
        assertThat(on.get("writing").asInt()).isZero();
        long then = roles();

        for (Future<Integer> writer : refusals) {
            assertThat(writer.get()).isEqualTo(10);
        }
        threads.shutdown();
        assertThat(roles()).isEqualTo(then);

        rest.delete(SWITCH).ok();
        rest.post("/api/roles", role("after-read-only")).expect(201);
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
            try (Console console = gridloom.console()) {
                console.run("audit:verify").ok();
            }
        });
    }

    private long roles() {
        return rest.total("/api/audit?action=platform.role.created");
    }

    private static Map<String, Object> role(String code) {
        return Map.of("code", code, "nameZh", "只读", "nameEn", "Read-only", "permissions", new String[0]);
    }
}
