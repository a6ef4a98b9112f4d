package org.gridloom.itests.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.gridloom.itests.harness.Accounts;
import org.gridloom.itests.harness.Database;
import org.gridloom.itests.harness.Gridloom.Login;
import org.gridloom.itests.harness.Installation;
import org.gridloom.itests.harness.Rest;
import org.gridloom.itests.harness.SharedDatabase;
import org.gridloom.itests.harness.Territory;
import org.junit.jupiter.api.Test;

/**
 * {@code kill -9} of one of two nodes on one PostgreSQL, and of PostgreSQL, while both remind people and both close the
 * accounts of who leaves: nobody is reminded twice, no account is closed twice, and nothing is lost.
 */
class KilledNodesIT {

    private static final String DISTRICT = "210102";
    private static final String GRID = "210102021001001";
    private static final int TASKS = 100;
    private static final int LEAVERS = 10;
    private static final int MAX_MILLIS_TO_KILL = 2500;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** So that reminders are due at any time of the day. */
    private static final String OVERDUE =
            LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(2).toString();

    private final int rounds = Math.max(2, Integer.getInteger("gridloom.kill.rounds") / 3);
    private final Random random = new Random();

    @Test
    void everythingHappensOnceWhateverIsKilled() {
        try (Database database = Database.Kind.POSTGRESQL.create();
                Installation stays =
                        Installation.on(database, "gridloom-organization").startAndAwaitReady()) {
            Rest rest = stays.gridloom().rest();
            found(rest);
            Accounts accounts = new Accounts(stays.gridloom());
            Login login = accounts.create(
                    "task-staff",
                    DISTRICT,
                    accounts.role(
                            "task-staff", List.of("organization.coordination.read", "organization.coordination.edit")));
            Rest staff = stays.gridloom().anonymous().as(login.username(), login.password());
            try (Installation dies = Installation.on(new SharedDatabase(database), "gridloom-organization")
                    .startAndAwaitReady()) {
                for (int round = 0; round < rounds; round++) {
                    List<String> posts = posts(rest, round);
                    Thread killer = killer(round % 2 == 0 ? dies::kill : database::killAndRestart);
                    work(rest, posts);
                    join(killer);
                    if (round % 2 == 0) {
                        dies.start();
                    }
                }
                dies.awaitReady();
                assertEachOnce(rest, staff);
                KillIT.assertChainsWhole(rest);
            }
        }
    }

    private static void found(Rest rest) {
        new Territory(rest)
                .importCsv(
                        "code,parent,level,name,validFrom\n"
                                + "210102,,district,和平区,2021-01-01\n"
                                + "210102021,210102,street,长白街道,2021-01-01\n"
                                + "210102021001,210102021,community,长白社区,2021-01-01\n"
                                + GRID + ",210102021001,grid,第一网格,2021-01-01\n",
                        false)
                .ok();
        rest.post(
                        "/api/organization/coordination-bodies",
                        Map.of("code", "XT", "name", "机制", "type", "governance-coordination", "unit", DISTRICT))
                .expect(201);
    }

    /** Of people who will leave, and whose accounts are to be closed then. */
    private static List<String> posts(Rest rest, int round) {
        return IntStream.range(0, LEAVERS)
                .mapToObj(i -> "leaver-" + round + "-" + i)
                .map(account -> {
                    rest.post(
                                    "/api/accounts",
                                    Map.of(
                                            "name", account,
                                            "displayName", account,
                                            "unit", DISTRICT,
                                            "password", "first-harbour-58-maple"))
                            .expect(201);
                    rest.post(
                                    "/api/organization/people",
                                    Map.of(
                                            "code",
                                            account,
                                            "name",
                                            "王" + account,
                                            "unit",
                                            DISTRICT,
                                            "account",
                                            account))
                            .expect(201);
                    return rest.post(
                                    "/api/organization/posts",
                                    Map.of("person", account, "kind", "full-time-worker", "at", GRID))
                            .expect(201)
                            .json()
                            .get("id")
                            .asText();
                })
                .toList();
    }

    private Thread killer(Runnable kill) {
        Thread killer = new Thread(() -> {
            LockSupport.parkNanos(
                    Duration.ofMillis(random.nextInt(MAX_MILLIS_TO_KILL)).toNanos());
            kill.run();
        });
        killer.start();
        return killer;
    }

    private static void work(Rest rest, List<String> posts) {
        for (int i = 0; i < TASKS; i++) {
            surely(
                    rest,
                    "/api/organization/coordination-bodies/XT/tasks",
                    Map.of("title", "任务" + i, "due", OVERDUE),
                    201);
            if (i % (TASKS / LEAVERS) == 0) {
                String post = posts.get(i / (TASKS / LEAVERS));
                surely(
                        rest.with("If-Match", "\"1\""),
                        "/api/organization/posts/" + post + "/end",
                        Map.of("reason", "调离"),
                        200);
            }
        }
    }

    /** Sends it again under its key until it is acknowledged. */
    private static void surely(Rest rest, String path, Map<String, Object> body, int expected) {
        Rest keyed = rest.with("Idempotency-Key", UUID.randomUUID().toString());
        Nodes.persistently(() -> keyed.post(path, body).status() == expected);
    }

    private void assertEachOnce(Rest rest, Rest staff) {
        await().atMost(PATIENCE)
                .until(() -> rest.get("/api/jobs?name=organization.taskReminder")
                                .ok()
                                .json()
                                .get("total")
                                .asLong()
                        == 0);
        assertThat(values(staff.all("/api/notices"), "about"))
                .hasSize(rounds * TASKS)
                .doesNotHaveDuplicates();
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(rest.all("/api/events?name=organization.coordination.task-reminded"))
                    .hasSize(rounds * TASKS);
            assertThat(values(rest.all("/api/audit?action=platform.account.disabled"), "subject"))
                    .hasSize(rounds * LEAVERS)
                    .doesNotHaveDuplicates();
        });
    }

    private static List<String> values(List<JsonNode> items, String field) {
        return items.stream().map(item -> item.get(field).asText()).toList();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
