package org.gridloom.itests.district;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.gridloom.itests.harness.BootedDistrict;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Gridloom;
import org.gridloom.itests.harness.Rest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Training in the demo district: the published figures, and a session from the plan to its record. */
@ExtendWith(BootedDistrict.class)
class TrainingIT {

    private static final String STREET = "210102021";

    private final Gridloom gridloom;
    private final Rest rest;

    TrainingIT(Gridloom gridloom) {
        this.gridloom = gridloom;
        this.rest = gridloom.rest();
    }

    @Test
    void theFiguresAreThePublishedOnesAndComeOutOfRecords() {
        Map<String, Integer> published = Map.of("training.sessions", 151, "training.attendances", 5888);
        published.forEach((code, value) -> {
            JsonNode figure = rest.get("/api/figures?unit=210102&asOf=2026-11-01&codes=" + code)
                    .ok()
                    .json()
                    .get("items")
                    .get(0);
            assertThat(figure.get("value").asInt()).isEqualTo(value);
            assertThat(rest.get(figure.get("drillDown").asText() + "&size=1")
                            .ok()
                            .json()
                            .get("total")
                            .asInt())
                    .isEqualTo(value);
        });
    }

    @Test
    void aSessionIsPlannedOpenedFilledHeldAndRecorded() {
        Map<String, Object> draft = Map.of(
                "number",
                "IT-1",
                "title",
                "停车管理中的协商",
                "topic",
                "deliberation",
                "format",
                "role-play",
                "unit",
                STREET,
                "heldOn",
                "2026-03-05",
                "capacity",
                1);
        String key = "training-it-1";
        JsonNode planned = rest.with("Idempotency-Key", key)
                .post("/api/training/sessions", draft)
                .expect(201)
                .json();
        assertThat(rest.with("Idempotency-Key", key)
                        .post("/api/training/sessions", draft)
                        .expect(201)
                        .json()
                        .get("id"))
                .isEqualTo(planned.get("id"));
        String session = "/api/training/sessions/" + planned.get("id").asText();
        List<JsonNode> workers = rest.all("/api/organization/posts?kind=community-worker&unit=" + STREET);
        String first = workers.get(0).get("person").asText();
        String second = workers.get(1).get("person").asText();

        act(session, "announce");
        enrol(planned, first).expect(201);
        enrol(planned, second).expect(409);
        act(session, "hold");
        rest.post(session + "/attendances", Map.of("person", first, "score", 91))
                .ok();
        rest.with("Content-Type", "text/csv")
                .post(session + "/attendances/import", "培训签到\n序号,人员编号,姓名,签到时间,成绩\n1," + second + ",某人,8:50,88\n")
                .ok();

        assertThat(rest.get(session).ok().json().get("attended").asInt()).isEqualTo(2);
        try (Console console = gridloom.console()) {
            assertThat(console.run("training:attendance-list --session "
                                    + planned.get("id").asText())
                            .ok()
                            .output())
                    .contains(first, second, "attended");
            assertThat(console.run("training:coverage " + STREET).ok().output()).contains("deliberation");
        }
        rest.put(session, draft).expect(428);
    }

    private Rest.Answer enrol(JsonNode session, String person) {
        return rest.post(
                "/api/training/attendances", Map.of("session", session.get("id").asLong(), "person", person));
    }

    private void act(String session, String action) {
        String version =
                rest.get(session).ok().json().get("progress").get("version").asText();
        rest.with("If-Match", '"' + version + '"')
                .post(session + "/actions/" + action, Map.of("reason", "测试"))
                .ok();
    }
}
