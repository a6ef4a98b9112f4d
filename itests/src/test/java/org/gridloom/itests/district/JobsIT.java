package org.gridloom.itests.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.gridloom.itests.harness.Accounts;
import org.gridloom.itests.harness.BootedDistrict;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Gridloom;
import org.gridloom.itests.harness.Gridloom.Login;
import org.gridloom.itests.harness.Rest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Jobs and notices, shown by the reminders of a coordination body's tasks and by accounts of who leaves. */
@ExtendWith(BootedDistrict.class)
class JobsIT {

    private static final String STREET = "210102022";
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private final Gridloom gridloom;
    private final Rest admin;

    JobsIT(Gridloom gridloom) {
        this.gridloom = gridloom;
        admin = gridloom.rest();
    }

    @Test
    void whoMayHandleATaskIsRemindedOnceAndCanReadTheReminder() {
        Accounts accounts = new Accounts(gridloom);
        String role = accounts.role(
                "jobs-street", List.of("organization.coordination.read", "organization.coordination.edit"));
        Login login = accounts.create("jobs-street", STREET, role);
        Rest street = gridloom.anonymous().as(login.username(), login.password());
        body("JOBS-1");

        // Since the day before yesterday, so that the reminder is due at any time of the day.
        long overdue = task("JOBS-1", TODAY.minusDays(2));
        task("JOBS-1", TODAY.plusDays(300));

        await().atMost(SOON).untilAsserted(() -> assertThat(unread(street)).isEqualTo(1));
        JsonNode notice = street.get("/api/notices?unread=true").ok().json().at("/items/0");
        assertThat(notice.get("about").asText()).isEqualTo("task/" + overdue);
        assertThat(notice.get("link").asText()).isEqualTo("#/organization/coordination/JOBS-1");
        assertThat(admin.get("/api/notices").ok().json().at("/items"))
                .noneMatch(other -> other.get("about").asText().equals("task/" + overdue));
        street.send("POST", "/api/notices/" + notice.get("id").asText() + "/read", null)
                .expect(204);
        assertThat(unread(street)).isZero();
        admin.send("POST", "/api/notices/" + notice.get("id").asText() + "/read", null)
                .expect(404);
    }

    @Test
    void anOperatorSeesRunsAndCancelsJobs() {
        body("JOBS-2");
        long id = task("JOBS-2", TODAY.plusDays(300));
        JsonNode job = admin.all("/api/jobs?name=organization.taskReminder").stream()
                .filter(each -> each.get("key").asText().equals("task/" + id))
                .findFirst()
                .orElseThrow();
        assertThat(job.get("here").asBoolean()).isTrue();
        assertThat(job.get("state").asText()).isEqualTo("waiting");
        try (Console console = gridloom.console()) {
            assertThat(console.run("jobs:list organization.taskReminder --size 500")
                            .ok()
                            .output())
                    .contains("task/" + id);
            assertThat(console.run("jobs:show " + job.get("id").asText()).ok().output())
                    .contains("organization.taskReminder");
            console.run("jobs:retry " + job.get("id").asText()).refused();
            console.run("jobs:cancel " + job.get("id").asText() + " --reason 不需要")
                    .ok();
            console.run("jobs:show " + job.get("id").asText()).refused();
        }
        JsonNode nightly =
                admin.get("/api/jobs?name=jobs.noticeExpiry").ok().json().at("/items/0");
        assertThat(nightly.get("recurring").asBoolean()).isTrue();
        admin.send("POST", "/api/jobs/" + nightly.get("id").asText() + "/cancel", Map.of("reason", "x"))
                .expect(409);
        admin.send("POST", "/api/jobs/" + nightly.get("id").asText() + "/run", null)
                .expect(204);
        await().atMost(SOON)
                .until(() -> !admin.get("/api/jobs/" + nightly.get("id").asText())
                        .ok()
                        .json()
                        .get("doneAt")
                        .isNull());
    }

    private void body(String code) {
        admin.send(
                        "POST",
                        "/api/organization/coordination-bodies",
                        Map.of("code", code, "name", code, "type", "governance-coordination", "unit", STREET))
                .expect(201);
    }

    private long task(String body, LocalDate due) {
        return admin.send(
                        "POST",
                        "/api/organization/coordination-bodies/" + body + "/tasks",
                        Map.of("title", "管网改造", "due", due.toString()))
                .expect(201)
                .json()
                .get("id")
                .asLong();
    }

    private static long unread(Rest rest) {
        return rest.get("/api/notices/unread").ok().json().get("unread").asLong();
    }
}
