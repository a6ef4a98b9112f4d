package org.gridloom.itests.district;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridloom.itests.harness.BootedDistrict;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Gridloom;
import org.gridloom.itests.harness.Rest;
import org.gridloom.itests.harness.Rest.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rules that a district sets, and the work calendar that counts by them. */
@ExtendWith(BootedDistrict.class)
class RulesIT {

    private static final String SET = "organization.taskLamps";
    private static final String DOCUMENT = "和网格发〔2026〕17号";
    private static final LocalDate FUTURE =
            LocalDate.now(ZoneId.of("Asia/Shanghai")).plusYears(2);

    private final Gridloom gridloom;
    private final Rest rest;

    RulesIT(Gridloom gridloom) {
        this.gridloom = gridloom;
        rest = gridloom.rest();
    }

    @Test
    void aVersionCitesADocumentInForceAndIsTakenBackInTime() {
        Answer refused = draft(2);
        refused.expect(422);
        assertThat(refused.json().get("violations").get(0).get("field").asText())
                .isEqualTo("basis");
        rest.send(
                        "POST",
                        "/api/organization/documents",
                        Map.of(
                                "number", DOCUMENT,
                                "title", "任务亮灯规则",
                                "issuer", "区网格办",
                                "issuedOn", "2026-01-10",
                                "inForceFrom", "2026-02-01"))
                .expect(201);

        JsonNode draft = draft(2).expect(201).json();
        String version = "/api/rules/versions/" + draft.get("id").asText();
        JsonNode published = rest.with("If-Match", tag(draft))
                .send("POST", version + "/publish", null)
                .ok()
                .json();
        assertThat(yellowOn(FUTURE)).isEqualTo("2 WORK_DAYS");
        assertThat(yellowOn(FUTURE.minusDays(1))).isEqualTo("3 WORK_DAYS");
        rest.with("If-Match", tag(draft))
                .send("POST", version + "/withdraw", Map.of("reason", "试验"))
                .expect(412);

        rest.with("If-Match", tag(published))
                .send("POST", version + "/withdraw", Map.of("reason", "试验"))
                .ok();

        assertThat(yellowOn(FUTURE)).isEqualTo("3 WORK_DAYS");
        try (Console console = gridloom.console()) {
            assertThat(console.run("rules:history " + SET).ok().output()).contains("已撤回", DOCUMENT);
        }
    }

    @Test
    void aTableGoesOutAndComesInAsAListAndBecomesADraft() {
        String list = "/api/sheets/rules." + SET;
        Rest csv = rest.with("Content-Type", "text/csv");
        String table = rest.get(list + "/export?format=csv").ok().body();
        assertThat(table).contains("3 个工作日");

        JsonNode faulty = csv.post(list + "/import?dryRun=true", table.replace("3 个工作日", "明天"))
                .ok()
                .json();
        assertThat(faulty.get("violations").get(0).get("row").asInt()).isEqualTo(2);
        JsonNode tried = csv.post(list + "/import?dryRun=true", table.replace("3 个工作日", "4 个工作日"))
                .ok()
                .json();
        assertThat(tried.get("updated").asInt()).isOne();
        assertThat(drafts()).isEmpty();

        csv.post(list + "/import", table.replace("3 个工作日", "4 个工作日")).ok();
        JsonNode draft = drafts().get(0);
        String version = "/api/rules/versions/" + draft.get("id").asText();
        Rest current = rest.with("If-Match", tag(draft));
        assertThat(current.send("POST", version + "/publish", null)
                        .expect(422)
                        .json()
                        .at("/violations/0/field")
                        .asText())
                .isEqualTo("basis");
        current.send("DELETE", version, null).expect(204);
    }

    private List<JsonNode> drafts() {
        List<JsonNode> drafts = new ArrayList<>();
        rest.get("/api/rules/" + SET + "/versions").ok().json().forEach(version -> {
            if (version.get("state").asText().equals("draft")) {
                drafts.add(version);
            }
        });
        return drafts;
    }

    @Test
    void deadlinesRunOnTheAnnouncedCalendar() {
        JsonNode deadline = rest.get("/api/calendar/deadline?from=2026-09-30T08:00:00Z&amount=3&unit=WORK_DAYS")
                .ok()
                .json();
        assertThat(deadline.get("local").asText()).startsWith("2026-10-10T17:00");
        assertThat(deadline.get("announced").asBoolean()).isTrue();
        assertThat(rest.get("/api/calendar?from=2026-10-01&to=2026-10-10").ok().json())
                .filteredOn(day -> day.get("workDay").asBoolean())
                .hasSize(3);
        try (Console console = gridloom.console()) {
            assertThat(console.run("calendar:show 2026").ok().output()).contains("国办发明电〔2025〕7号", "2026-10-10");
        }
    }

    private Answer draft(int days) {
        return rest.send(
                "POST",
                "/api/rules/" + SET + "/versions",
                Map.of(
                        "validFrom", FUTURE.toString(),
                        "basis", List.of(DOCUMENT),
                        "rows", List.of(Map.of("yellow", days + "个工作日"))));
    }

    private String yellowOn(LocalDate date) {
        return rest.get("/api/rules/" + SET + "/in-force?on=" + date)
                .ok()
                .json()
                .at("/rows/0/values/yellow")
                .asText();
    }

    private static String tag(JsonNode record) {
        return "\"" + record.get("version").asText() + "\"";
    }
}
