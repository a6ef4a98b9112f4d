package com.example.snow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Gridloom.Login;
import org.gridloom.itests.harness.Rest;
import org.gridloom.sdk.testkit.TestDistrict;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The KAR in a running district. */
class SnowIT {

    private static final String STREET = "210102021";
    private static final String OTHER = "210102016";
    private static final String CONSOLE = "platform.console.use";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @RegisterExtension
    static final TestDistrict district = new TestDistrict();

    @BeforeAll
    static void twoStreetsWithTheirTeams() throws IOException {
        district.unit(TestDistrict.CODE, STREET, "集贤街道");
        district.unit(TestDistrict.CODE, OTHER, "吴淞街道");
        for (String list : List.of("teams", "call-outs")) {
            district.rest()
                    .with("Content-Type", "text/csv")
                    .post("/api/sheets/snow." + list + "/import", Files.readString(Path.of("sample", list + ".csv")))
                    .ok();
        }
    }

    @Test
    void aCallOutIsOrderedOnTheConsoleDoneOverRestAndCounted() {
        double before = hours();
        try (Console console = district.console()) {
            console.run("snow:order IT-1 " + STREET + " XD-01 " + TODAY + " --machines 2")
                    .ok();
            assertThat(console.run("snow:call-out-list --state ordered").ok().output())
                    .contains("IT-1");
        }
        Rest.Answer ordered = district.rest().get("/api/snow/call-outs/IT-1").ok();
        district.rest()
                .with("If-Match", ordered.header("ETag"))
                .post("/api/snow/call-outs/IT-1/done", Map.of("hours", 4.5))
                .ok();

        assertThat(hours() - before).isEqualTo(4.5);
        assertThat(district.rest()
                        .get("/api/sheets/snow.call-outs/export?format=csv")
                        .ok()
                        .body())
                .contains("IT-1", "CX-0001");
    }

    @Test
    void whatIsOrderedFollowsAUnitThatIsMerged() {
        district.unit(STREET, STREET + "101", "甲社区");
        district.unit(STREET, STREET + "102", "乙社区");
        district.rest()
                .post("/api/snow/call-outs", draft("IT-2", STREET + "101"))
                .expect(201);
        String tag = district.rest()
                .get("/api/organization/units/" + STREET + "101")
                .ok()
                .header("ETag");

        district.rest()
                .with("If-Match", tag)
                .post(
                        "/api/organization/units/" + STREET + "101/merge",
                        Map.of(
                                "with",
                                List.of(STREET + "102"),
                                "code",
                                STREET + "103",
                                "name",
                                "甲乙社区",
                                "date",
                                TODAY.toString(),
                                "reason",
                                "合并"))
                .ok();

        await().atMost(Duration.ofSeconds(30))
                .until(() -> district.rest()
                        .get("/api/snow/call-outs/IT-2")
                        .ok()
                        .json()
                        .get("unit")
                        .asText()
                        .equals(STREET + "103"));
    }

    @Test
    void settingsAndPermissionsAreThere() {
        try (Console console = district.console()) {
            console.run("settings:set com.example.snow longestHours 12").ok();
            assertThat(console.run("settings:show com.example.snow").ok().output())
                    .contains("longestHours", "12");
            console.run("settings:reset com.example.snow longestHours").ok();
        }
        assertThat(district.rest().get("/api/permissions").ok().body()).contains(SnowPermissions.READ);
    }

    @Test
    void theDoctorTellsOfCallOutsThatAreLongOverdue() {
        Map<String, Object> overdue = Map.of(
                "number",
                "IT-4",
                "unit",
                OTHER,
                "team",
                "XD-02",
                "day",
                TODAY.minusDays(30).toString(),
                "machines",
                1);
        district.rest().post("/api/snow/call-outs", overdue).expect(201);
        try (Console console = district.console()) {
            assertThat(console.run("gridloom:doctor --all").output()).contains("snow: call-outs of ");
            console.run("snow:cancel IT-4").ok();
            assertThat(console.run("gridloom:doctor --all").output()).doesNotContain("snow: call-outs of ");
        }
    }

    @Test
    void whoHasNoPermissionSeesNeitherMenuNorPageNorEndpointsNorCommands() {
        Login reader = district.account("snow-reader", STREET, SnowPermissions.READ, CONSOLE);
        Login stranger = district.account("snow-stranger", STREET, "organization.unit.read", CONSOLE);

        assertThat(ui(reader)).contains("snow/call-outs", "snow-unit", "snow-ordered");
        assertThat(ui(stranger)).doesNotContain("snow");
        Stream.of("call-outs", "call-outs/CX-0001", "teams", "teams/XD-01", "ordered?units=" + STREET)
                .forEach(path -> {
                    district.rest(reader).get("/api/snow/" + path).ok();
                    district.rest(stranger).get("/api/snow/" + path).expect(403);
                });
        district.rest(reader).post("/api/snow/call-outs", draft("IT-3", STREET)).expect(403);
        assertThat(figures(stranger)).noneMatch(code -> code.startsWith("snow."));
        try (Console own = district.console(reader);
                Console foreign = district.console(stranger)) {
            assertThat(own.run("snow:call-out-list").ok().output()).contains("CX-0001");
            assertThat(own.run("snow:call-out-list").ok().output()).doesNotContain("CX-0003");
            foreign.run("snow:call-out-list").refused();
            foreign.run("snow:team-list").refused();
        }
    }

    private static String ui(Login login) {
        return district.rest(login).get("/api/ui").ok().body();
    }

    private static List<String> figures(Login login) {
        return district.rest(login)
                .get("/api/figures?unit=" + STREET)
                .ok()
                .json()
                .get("items")
                .findValuesAsText("code");
    }

    private static double hours() {
        JsonNode figure = district.rest()
                .get("/api/figures?unit=" + STREET + "&codes=snow.hours&asOf=" + TODAY)
                .ok()
                .json()
                .get("items")
                .get(0);
        return figure.get("value").asDouble();
    }

    private static Map<String, Object> draft(String number, String unit) {
        return Map.of("number", number, "unit", unit, "team", "XD-01", "day", TODAY.toString(), "machines", 1);
    }
}
