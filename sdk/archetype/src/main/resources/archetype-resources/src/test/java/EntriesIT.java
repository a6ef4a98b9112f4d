package ${package};

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Gridloom.Login;
import org.gridloom.sdk.testkit.TestDistrict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The KAR in a running district. */
class EntriesIT {

    private static final String TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();

    @RegisterExtension
    static final TestDistrict district = new TestDistrict();

    @Test
    void whatIsRegisteredOverRestIsListedOnTheConsoleAndCounted() {
        district.rest()
                .post(
                        "/api/${capability}/entries",
                        Map.of("code", "1", "title", "示例", "unit", TestDistrict.CODE, "day", TODAY))
                .expect(201);
        try (Console console = district.console()) {
            console.run("${capability}:register 2 另一条 " + TestDistrict.CODE + " " + TODAY).ok();
            assertThat(console.run("${capability}:list").ok().output()).contains("示例", "另一条");
        }
        assertThat(district.rest()
                        .get("/api/figures?unit=" + TestDistrict.CODE + "&codes=${capability}.entries")
                        .ok()
                        .json()
                        .get("items")
                        .get(0)
                        .get("value")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void whoHasNoPermissionIsOfferedNothing() {
        Login reader = district.account("reader", TestDistrict.CODE, EntryPermissions.READ);
        Login stranger = district.account("stranger", TestDistrict.CODE, "organization.unit.read", "platform.console.use");

        assertThat(district.rest(reader).get("/api/ui").ok().body()).contains("${capability}/entries");
        assertThat(district.rest(stranger).get("/api/ui").ok().body()).doesNotContain("${capability}/entries");
        district.rest(reader).get("/api/${capability}/entries").ok();
        district.rest(stranger).get("/api/${capability}/entries").expect(403);
        try (Console console = district.console(stranger)) {
            console.run("${capability}:list").refused();
        }
    }
}
