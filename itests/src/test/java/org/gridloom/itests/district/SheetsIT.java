package org.gridloom.itests.district;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.gridloom.itests.harness.Accounts;
import org.gridloom.itests.harness.BootedDistrict;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Gridloom;
import org.gridloom.itests.harness.Gridloom.Login;
import org.gridloom.itests.harness.Rest;
import org.gridloom.itests.harness.Rest.Answer;
import org.gridloom.itests.harness.StreetTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Lists in and out, as a module declares them. */
@ExtendWith(BootedDistrict.class)
class SheetsIT {

    private static final String UNITS = "/api/sheets/organization.units";
    private static final String STREET = "210102001";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Gridloom gridloom;
    private final Rest rest;
    private final Rest csv;

    SheetsIT(Gridloom gridloom) {
        this.gridloom = gridloom;
        rest = gridloom.rest();
        csv = rest.with("Content-Type", "text/csv");
    }

    @Test
    void theListsOfAModuleAreThereWithTheirColumns() {
        assertThat(rest.get("/api/sheets").ok().json().findValuesAsText("name"))
                .contains("organization.units", "organization.party", "organization.outside", "organization.posts");
        JsonNode code = rest.get(UNITS).ok().json().get("columns").get(0);
        assertThat(code.get("header").asText()).isEqualTo("编码");
        assertThat(rest.get(UNITS + "/template").ok().header("Content-Type")).startsWith(XLSX);
        assertThat(rest.with("Accept-Language", "en")
                        .get(UNITS + "/template?format=csv")
                        .ok()
                        .body())
                .startsWith("\uFEFFCode,Parent");
        rest.get("/api/sheets/organization.none").expect(404);
        rest.get(UNITS + "/template?format=pdf").expect(422);
    }

    @Test
    void whatIsExportedCanBeImportedAgainAndChangesNothing() {
        for (String list : new String[] {
            "units?under=" + STREET,
            "party?unit=" + STREET,
            "outside?unit=" + STREET,
            "posts?unit=" + STREET,
            "bodies?unit=210102",
            "members?asOf=2026-06-01",
            "goals?",
            "tasks?",
            "documents?inForceOn=2026-06-01"
        }) {
            String[] parts = list.split("\\?", -1);
            String path = "/api/sheets/organization." + parts[0];
            String table =
                    rest.get(path + "/export?format=csv&" + parts[1]).ok().body();
            assertThat(table.lines().count()).as(list).isGreaterThan(1);

            JsonNode report = csv.post(path + "/import?dryRun=true", table).ok().json();

            assertThat(report.get("violations")).as(list).isEmpty();
            assertThat(report.get("created").asInt() + report.get("updated").asInt())
                    .as(list)
                    .isZero();
        }
        rest.get(UNITS + "/export?colour=red").expect(422);
        assertThat(rest.get(UNITS + "/export?under=" + STREET).ok().header("Content-Type"))
                .startsWith(XLSX);
    }

    @Test
    void listsThatAreNotImportedAreExportedWithTheirFilters() {
        for (String list : new String[] {
            "audit.entries?account=nobody",
            "events.log?name=organization.",
            "events.parked",
            "jobs.jobs?state=parked",
            "notices.own?unread=true",
            "states.cases?machine=organization.task",
            "security.accounts?enabled=true",
            "privacy.subjects?kind=person",
            "organization.people?unit=" + STREET,
            "organization.gaps?unit=" + STREET
        }) {
            String[] parts = list.split("\\?");
            String path = "/api/sheets/" + parts[0];
            String query = parts.length > 1 ? "&" + parts[1] : "";
            assertThat(rest.get(path + "/export?format=csv" + query).ok().body().lines())
                    .as(list)
                    .isNotEmpty();
            csv.post(path + "/import?dryRun=true", "a\n").expect(404);
        }
        assertThat(rest.get("/api/audit?action=audit.trail.exported")
                        .ok()
                        .json()
                        .get("total")
                        .asInt())
                .isPositive();
        rest.get("/api/sheets/states.cases/export").expect(422);
    }

    @Test
    void aFileComesBackWithItsFaultsAndHeadersCanBeMapped() {
        String table = "某街道单元表,,,,\n序号,代号,上级编码,层级,名称\n1,x,210102001,社区(村),甲\n";
        JsonNode unknown = csv.post(UNITS + "/import?dryRun=true", table).ok().json();
        assertThat(unknown.get("headers").get(1).get("column").isNull()).isTrue();

        rest.put(UNITS + "/mapping", Map.of("columns", Map.of("代号", "code"))).ok();

        JsonNode mapped = csv.post(UNITS + "/import?dryRun=true", table).ok().json();
        assertThat(mapped.get("violations").findValuesAsText("field")).containsExactly("代号");
        assertThat(csv.post(UNITS + "/annotated", table).ok().body())
                .contains("校验结果")
                .contains("编码只能是数字");
        csv.post(UNITS + "/import", table).expect(422);
        rest.put(UNITS + "/mapping", Map.of("columns", Map.of("代号", "none"))).expect(422);
        assertThat(rest.get(UNITS + "/mapping").ok().json().at("/columns/代号").asText())
                .isEqualTo("code");
        try (Console console = gridloom.console()) {
            assertThat(console.run("sheets:map organization.units 备考=").ok().output())
                    .containsPattern("代号 +code +编码");
            console.run("sheets:map organization.units 代号=none").refused();
            assertThat(console.run("sheets:map organization.units 代号").ok().output())
                    .contains("备考")
                    .doesNotContain("代号");
        }
        rest.get("/api/sheets/runs/none").expect(404);
    }

    @Test
    void anImportIsFollowedAndCancelledAndLeavesNothing() {
        StreetTable table = StreetTable.units("210102098");
        String run = "/api/sheets/runs/cancelled";
        Login other = new Accounts(gridloom).create("sheets-other", null);
        CompletableFuture<Answer> importing = CompletableFuture.supplyAsync(() -> table.load(rest, "cancelled"));

        int first = awaitMoreThan(0, run, importing);
        rest.with("Content-Type", "text/csv")
                .post(UNITS + "/import?dryRun=true&follow=cancelled", "a\n")
                .expect(409);
        awaitMoreThan(first, run, importing);
        gridloom.anonymous().as(other.username(), other.password()).delete(run).expect(404);
        rest.delete(run).ok();

        Answer answer = importing.join();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
        assertThat(answer.json().get("detail").asText()).isEqualTo("导入已取消,未写入任何内容");
        assertThat(table.there(rest)).isZero();
        assertThat(table.told(rest)).isZero();
        rest.get(run).expect(404);
        rest.delete(run).expect(404);
    }

    /** Rows that are done, once they are more than so many. */
    private int awaitMoreThan(int before, String run, CompletableFuture<Answer> importing) {
        while (!importing.isDone()) {
            Answer standing = rest.get(run);
            if (standing.status() == 200 && standing.json().get("done").asInt() > before) {
                return standing.json().get("done").asInt();
            }
        }
        throw new AssertionError("It was over before: " + importing.join());
    }
}
