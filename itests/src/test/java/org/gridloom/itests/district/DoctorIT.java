package org.gridloom.itests.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.gridloom.itests.harness.Accounts;
import org.gridloom.itests.harness.BootedDistrict;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Gridloom;
import org.gridloom.itests.harness.Gridloom.Login;
import org.gridloom.itests.harness.Rest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an operator learns of a running district, and what nobody learns of its people. */
@ExtendWith(BootedDistrict.class)
class DoctorIT {

    private static final String NAME = "欧阳慕枫";
    private static final String PHONE = "13912345678";
    private static final String IDENTITY = "210102198803047654";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Gridloom gridloom;
    private final Rest rest;

    DoctorIT(Gridloom gridloom) {
        this.gridloom = gridloom;
        rest = gridloom.rest();
    }

    @Test
    void theDoctorLooksAtEverythingAndSaysWhatToDoNext() {
        JsonNode report = rest.get("/api/operations/doctor").ok().json();

        assertThat(report.get("findings"))
                .extracting(finding -> finding.get("check").asText())
                .contains(
                        "disk.space",
                        "database",
                        "database.pool",
                        "database.clock",
                        "database.transactions",
                        "audit.sealing",
                        "audit.anchors",
                        "events.delivery",
                        "jobs",
                        "modules",
                        "health",
                        "ports",
                        "files",
                        "backup",
                        "security.first-login",
                        "java.heap")
                .doesNotContain("doctor");
        assertThat(report.get("findings"))
                .filteredOn(finding -> !finding.get("level").asText().equals("OK"))
                .allSatisfy(finding -> {
                    assertThat(finding.get("cause").asText()).isNotBlank();
                    assertThat(finding.get("next").asText()).isNotBlank();
                });
        assertThat(report.get("findings"))
                .filteredOn(finding -> finding.get("level").asText().equals("PROBLEM"))
                .filteredOn(finding -> !finding.get("check").asText().startsWith("disk"))
                .isEmpty();
        try (Console console = gridloom.console()) {
            assertThat(console.run("gridloom:doctor --all", PATIENCE).output()).contains("disk.space", "java.heap");
            assertThat(console.run("gridloom:doctor --json", PATIENCE).output()).contains("\"check\" : \"backup\"");
        }
    }

    @Test
    void aMonitoringAccountReadsMetricsAndNothingElse() {
        Accounts accounts = new Accounts(gridloom);
        String role = accounts.role("doctor-scraper", List.of("operations.metrics.view"));
        Login scraper = accounts.create("doctor-scraper", null);
        rest.post("/api/accounts/doctor-scraper/grants", Map.of("role", role)).expect(201);
        Rest monitoring = gridloom.anonymous().as(scraper.username(), scraper.password());

        String metrics = monitoring.get("/api/operations/metrics").ok().body();

        assertThat(metrics)
                .contains(
                        "gridloom_requests_total{module=\"accounts\",method=\"POST\",operation=\"/accounts\",status=\"201\"}",
                        "gridloom_request_duration_seconds_bucket{",
                        "gridloom_pool_active ",
                        "gridloom_records_sealed_total{chain=\"audit\"}",
                        "gridloom_disk_free_bytes ",
                        "gridloom_modules{state=\"up\"}")
                .doesNotContain("gridloom_metric_source_failed{");
        monitoring.get("/api/operations/doctor").expect(403);
        monitoring.get("/api/operations/support").expect(403);
        gridloom.anonymous().get("/api/operations/metrics").expect(401);
    }

    @Test
    void theIdOfARequestIsInItsAnswerItsRefusalAndTheLog() {
        String id = "doctor-it-" + UUID.randomUUID().toString().substring(0, 8).replaceAll("\\d", "x");
        Rest named = rest.with("X-Request-Id", id);

        assertThat(named.get("/api/organization/units/nowhere")
                        .json()
                        .get("instance")
                        .asText())
                .isEqualTo(id);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(accessLog())
                        .containsPattern(id + " GET /organization/units/\\{\\w+\\} 4\\d\\d \\d+ ms"));
    }

    @Test
    void nobodysDataGetIntoLogsOrSupportBundles() throws IOException {
        load();
        Path bundle = gridloom.data().resolve("support").resolve("doctor-it.zip");
        try (Console console = gridloom.console()) {
            console.run("organization:people --text " + NAME, PATIENCE);
            console.run("organization:person-create " + NAME + " --unit " + PHONE, PATIENCE);
            console.run("gridloom:support doctor-it.zip", PATIENCE).ok();
            console.run("gridloom:support doctor-it.zip", PATIENCE).refused();
        }
        rest.get("/api/operations/support").ok();

        String password = gridloom.admin().password();
        assertThat(gridloom.log()).doesNotContain(NAME, PHONE, IDENTITY, password);
        assertThat(accessLog()).doesNotContain(NAME, PHONE, IDENTITY, password);
        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(each -> (ZipEntry) each)::iterator) {
                String content = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                assertThat(content).as(entry.getName()).isNotBlank().doesNotContain(NAME, PHONE, IDENTITY, password);
                assertThat(content).as(entry.getName()).doesNotContainPattern("\\p{IsHan}");
            }
            assertThat(zip.stream().map(ZipEntry::getName))
                    .contains("doctor.json", "tables.json", "log/gridloom.log", "log/access.log");
        }
    }

    /** Requests that hold personal data wherever a caller can put them; some go well, most do not. */
    private void load() {
        rest.post("/api/organization/people", Map.of("name", NAME, "unit", "210102"));
        rest.post("/api/organization/people", Map.of("name", NAME, "unit", "210102", "phone", PHONE));
        rest.post("/api/organization/people", Map.of("name", Map.of("x", IDENTITY)));
        rest.post("/api/organization/people", NAME);
        rest.get("/api/organization/people?text=" + PHONE);
        rest.get("/api/organization/people/" + IDENTITY);
        rest.get("/api/" + PHONE);
        rest.get("/api/organization/" + IDENTITY + "?phone=" + PHONE);
        rest.with("X-Request-Id", PHONE).get("/api/health/ready");
        gridloom.anonymous().as(PHONE, IDENTITY).get("/api/session");
        gridloom.anonymous().post("/api/session", Map.of("username", PHONE, "password", IDENTITY));
        rest.with("Content-Type", "text/csv").post("/api/sheets/organization.people/import", NAME + "," + PHONE);
    }

    private String accessLog() throws IOException {
        return Files.readString(gridloom.data().resolve("log").resolve("access.log"));
    }
}
