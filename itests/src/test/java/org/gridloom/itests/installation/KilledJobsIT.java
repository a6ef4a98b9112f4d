package org.gridloom.itests.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.gridloom.itests.harness.Accounts;
import org.gridloom.itests.harness.Database;
import org.gridloom.itests.harness.Gridloom.Login;
import org.gridloom.itests.harness.Installation;
import org.gridloom.itests.harness.Rest;
import org.gridloom.itests.harness.Territory;
import org.junit.jupiter.api.Test;

/** {@code kill -9} of one of two nodes on one PostgreSQL while both remind people: nobody twice, and nothing is lost. */
class KilledJobsIT {

    private static final int TASKS = 150;
    private static final int MAX_MILLIS_TO_KILL = 2500;
    private static final String REMINDED = "organization.coordination.task-reminded";
    private static final String YESTERDAY =
            LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(1).toString();

    private final int rounds = Math.max(1, Integer.getInteger("gridloom.kill.rounds") / 3);
    private final Random random = new Random();

    @Test
    void eachReminderComesOnceWhicheverNodeIsKilled() {
        try (Database database = Database.Kind.POSTGRESQL.create();
                Installation stays =
                        Installation.on(database, "gridloom-organization").startAndAwaitReady()) {
            Rest rest = stays.gridloom().rest();
            new Territory(rest)
                    .importCsv("code,parent,level,name,validFrom\n210102,,district,和平区,2021-01-01\n", false)
                    .ok();
            rest.send(
                            "POST",
                            "/api/organization/coordination-bodies",
                            Map.of("code", "XT", "name", "机制", "type", "governance-coordination", "unit", "210102"))
                    .expect(201);
            Accounts accounts = new Accounts(stays.gridloom());
            Login login = accounts.create(
                    "task-staff",
                    "210102",
                    accounts.role(
                            "task-staff", List.of("organization.coordination.read", "organization.coordination.edit")));
            Rest staff = stays.gridloom().anonymous().as(login.username(), login.password());
            try (Installation dies = Installation.on(new Shared(database), "gridloom-organization")
                    .startAndAwaitReady()) {
                for (int round = 1; round <= rounds; round++) {
                    schedule(rest, dies);
                    dies.start();
                }
                dies.awaitReady();
                int expected = rounds * TASKS;
                await().atMost(Duration.ofMinutes(3))
                        .until(() -> rest.get("/api/jobs?name=organization.taskReminder")
                                        .ok()
                                        .json()
                                        .get("total")
                                        .asLong()
                                == 0);
                assertThat(subjects(staff.all("/api/notices"), "about")).hasSize(expected);
                await().atMost(Duration.ofMinutes(1))
                        .untilAsserted(() -> assertThat(rest.all("/api/events?name=" + REMINDED))
                                .hasSize(expected));
            }
        }
    }

    private void schedule(Rest rest, Installation dies) {
        Thread killer = new Thread(() -> {
            LockSupport.parkNanos(
                    Duration.ofMillis(random.nextInt(MAX_MILLIS_TO_KILL)).toNanos());
            dies.kill();
        });
        killer.start();
        IntStream.range(0, TASKS)
                .forEach(i -> rest.send(
                                "POST",
                                "/api/organization/coordination-bodies/XT/tasks",
                                Map.of("title", "任务" + i, "due", YESTERDAY))
                        .expect(201));
        try {
            killer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> subjects(List<JsonNode> notices, String field) {
        Set<String> subjects = new HashSet<>();
        notices.forEach(notice -> assertThat(subjects.add(notice.get(field).asText()))
                .as(notice.toString())
                .isTrue());
        return subjects;
    }

    /** The database of another installation, which ends it. */
    private record Shared(Database database) implements Database {

        @Override
        public Map<String, String> environment() {
            return database.environment();
        }

        @Override
        public boolean isServer() {
            return database.isServer();
        }

        @Override
        public void killAndRestart() {
            database.killAndRestart();
        }

        @Override
        public void close() {
            // Its owner does.
        }
    }
}
