package org.gridloom.itests.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gridloom.itests.harness.Accounts;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Database;
import org.gridloom.itests.harness.EditedJar;
import org.gridloom.itests.harness.Gridloom;
import org.gridloom.itests.harness.Gridloom.Login;
import org.gridloom.itests.harness.Installation;
import org.gridloom.itests.harness.KarFile;
import org.gridloom.itests.harness.Rest;
import org.gridloom.itests.harness.Rest.Answer;
import org.gridloom.itests.harness.Signer;
import org.gridloom.itests.harness.SnowVersions;
import org.gridloom.itests.harness.Territory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What must not run is refused before anything is touched, with its reason; what fails fails alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedModulesIT {

    private static final String DISTRICT = "210102";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private Installation installation;
    private Gridloom gridloom;
    private Console console;

    @BeforeAll
    void start() {
        installation = Installation.on(Database.Kind.H2.create(), "gridloom-organization")
                .startAndAwaitReady();
        gridloom = installation.gridloom();
        console = gridloom.console();
        new Territory(gridloom.rest()).create(null, DISTRICT, "和平区");
        console.run("module:install " + SnowVersions.FIRST).ok();
    }

    @AfterAll
    void stop() {
        console.close();
        installation.close();
    }

    /** Whatever was tried. */
    @AfterEach
    void theModuleAndAllElseRunOn() {
        assertThat(gridloom.rest().get("/api/snow/teams").status()).isEqualTo(200);
        assertThat(gridloom.rest().get("/api/organization/units/" + DISTRICT).status())
                .isEqualTo(200);
        assertThat(Path.of(gridloom.data().toString(), "modules")).content().contains("snow-clearing/1.0.0");
    }

    private void refused(EditedJar jar, String version, String... words) {
        Path kar = KarFile.snow(version).in(folder, jar);
        assertThat(console.run("module:plan " + kar).ok().output()).contains(words);
        assertThat(console.run("module:update " + kar).refused().output()).contains(words);
    }

    @Test
    void anImportOfWhatIsInternal() {
        refused(
                SnowVersions.edited()
                        .header("Import-Package", former -> "org.gridloom.organization.internal," + former),
                "2.0.0",
                "internal-import",
                "org.gridloom.organization.internal");
    }

    @Test
    void aNewerApiThanThePlatformHas() {
        refused(
                SnowVersions.edited()
                        .header(
                                "Require-Capability",
                                former -> former.replaceFirst(
                                        "org.gridloom.api;filter:=\"[^\"]*\"",
                                        "org.gridloom.api;filter:=\"(&(version>=9.1.0)(!(version>=10.0.0)))\"")),
                "2.0.1",
                "newer-api",
                "9.1.0",
                "1.0.0");
    }

    @Test
    void aPackageThatNobodyHas() {
        refused(
                SnowVersions.edited().header("Import-Package", former -> "com.acme.nowhere," + former),
                "2.0.2",
                "missing-requirement",
                "com.acme.nowhere");
    }

    @Test
    void aMigrationThatWasChangedAfterItsRelease() {
        refused(
                SnowVersions.edited().replace("migrations/0001-snow.xml", "varchar(200)", "varchar(210)"),
                "2.0.3",
                "altered-migration",
                "0001-snow.xml");
    }

    @Test
    void aMigrationThatIsNotWellFormed() {
        refused(
                SnowVersions.edited().file("migrations/0002-broken.xml", "<databaseChangeLog"),
                "2.0.4",
                "faulty-migration");
    }

    @Test
    void namesThatAreAnothers() {
        KarFile other = KarFile.acme("snow", "1.0.0");
        Path kar = other.in(folder, SnowVersions.edited().header("Bundle-SymbolicName", former -> "org.acme.snow"));
        assertThat(console.run("module:install " + kar).refused().output())
                .contains(
                        "clash-path",
                        "clash-table",
                        "snow_team",
                        "clash-permission",
                        "snow.call-out.read",
                        "clash-command",
                        "snow:team-list",
                        "clash-name",
                        "com.example.snow");
    }

    @Test
    void eachKindOfNameByItself() {
        alone("clash-path", "snow", winter().file("OSGI-INF/openapi.json", "{\"paths\": {\"/snow/winter\": {}}}"));
        alone("clash-table", "snow_team", changing("<dropTable tableName=\"snow_team\"/>"));
        alone("clash-table", "snow_team", changing("<sql>delete from snow_team</sql>"));
        alone("clash-table", "organization_unit", changing("<dropColumn tableName=\"organization_unit\"/>"));
        alone("clash-table", "platform_audit", changing("<delete tableName=\"platform_audit\"/>"));
        alone("clash-permission", "snow.call-out.read", unnamed().without("migrations/0001-snow.xml"));
    }

    /** Nothing of a name but that one is another's. */
    private void alone(String code, String name, EditedJar jar) {
        KarFile winter = KarFile.acme("winter", "1.0.0");
        Path kar = winter.in(folder, jar);
        String refusal = console.run("module:install " + kar).refused().output();
        assertThat(refusal).contains(code, name);
        assertThat(refusal.split("clash-", -1)).as(refusal).hasSize(2);
    }

    private static EditedJar changing(String change) {
        return winter().migration("0001-winter.xml", "winter", change);
    }

    private static EditedJar winter() {
        return unnamed()
                .without("migrations/0001-snow.xml")
                .without("OSGI-INF/com.example.snow.internal.SnowPermissionSet.xml");
    }

    /** The sample under another name, without its paths and commands. */
    private static EditedJar unnamed() {
        return SnowVersions.edited()
                .header("Bundle-SymbolicName", former -> "org.acme.winter")
                .header("Karaf-Commands", former -> "org.acme.none")
                .without("OSGI-INF/openapi.json");
    }

    @Test
    void anOlderVersionAndAnotherContentOfTheSame() {
        Path older = KarFile.snow("0.9.0").in(folder, SnowVersions.edited());
        assertThat(console.run("module:update " + older).refused().output()).contains("downgrade", "0.9.0");
        Path other = KarFile.snow("1.0.0").in(folder, SnowVersions.edited().file("more.txt", "more"));
        console.run("module:update " + other).refused();
    }

    @Test
    void whatOthersNeedIsNotTakenAway() {
        assertThat(console.run("module:uninstall organization").refused().output())
                .contains("needed", "snow-clearing");
    }

    @Test
    void filesThatAreNoModules() throws IOException {
        Path text = Files.writeString(folder.resolve("text.kar"), "no archive");
        console.run("module:install " + text).refused();
        console.run("module:install " + folder.resolve("absent.kar")).refused();
        console.run("module:install nothing").refused();
        console.run("module:rollback snow-clearing").refused();
    }

    @Test
    void aFileInTheFolderIsRefusedAndSaidToBe() throws IOException {
        Path kar = KarFile.snow("2.1.0")
                .in(
                        folder,
                        SnowVersions.edited()
                                .header("Import-Package", former -> "org.gridloom.training.internal," + former));
        Path deployed = gridloom.data().resolve("karaf/deploy/snow.kar");
        Files.copy(kar, deployed);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                gridloom.rest().get("/api/modules").ok().body())
                        .contains("snow.kar", "org.gridloom.training.internal"));
        Files.delete(deployed);
    }

    @Test
    void overTheWebOnlyWhatSomebodyTrustedSigned() throws IOException {
        Signer trusted = new Signer(folder, "trusted");
        Signer other = new Signer(folder, "other");
        Files.copy(
                trusted.certificate(),
                Files.createDirectories(gridloom.data().resolve("signers")).resolve("vendor.pem"));
        Path kar = SnowVersions.withColours(folder, "1.5.0");

        send(kar).expect(403);
        send(other.sign(kar)).expect(403);
        Path tampered = trusted.sign(kar);
        try (var zip = java.nio.file.FileSystems.newFileSystem(tampered)) {
            Files.writeString(zip.getPath("repository/added.txt"), "added afterwards");
        }
        send(tampered).expect(403);

        Answer taken = send(trusted.sign(kar)).expect(201);
        assertThat(taken.json().get("signer").asText()).isEqualTo("CN=trusted");
        assertThat(gridloom.rest()
                        .post("/api/modules/snow-clearing/plan", Map.of("action", "UPDATE"))
                        .ok()
                        .json()
                        .get("to")
                        .asText())
                .isEqualTo("1.5.0");
    }

    private Answer send(Path kar) {
        try {
            return gridloom.rest()
                    .with("Content-Type", "application/octet-stream")
                    .post("/api/modules/files", Files.readAllBytes(kar));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whoMayLookOnlyMayNotChange() {
        Accounts accounts = new Accounts(gridloom);
        accounts.role("looker", List.of("platform.module.view", "console.use"));
        Login looker = accounts.create("looker", DISTRICT);
        gridloom.rest()
                .post("/api/accounts/looker/grants", Map.of("role", "looker"))
                .expect(201);
        Rest rest = gridloom.anonymous().as(looker.username(), looker.password());
        rest.get("/api/modules").ok();
        rest.post("/api/modules/training/plan", Map.of("action", "INSTALL")).ok();
        rest.post("/api/modules/training/install", Map.of()).expect(403);
        rest.post("/api/modules/snow-clearing/uninstall", Map.of()).expect(403);
        rest.get("/api/orphans/com.example.snow").expect(403);
        rest.get("/api/snow/teams").expect(403);
    }

    @Test
    void aModuleThatFailsIsShownWithItsReasonAndFailsAlone() {
        KarFile broken = KarFile.acme("broken", "1.0.0");
        EditedJar jar = SnowVersions.edited()
                .header("Bundle-SymbolicName", former -> "org.acme.broken")
                .header("Karaf-Commands", former -> "org.acme.none")
                .header("Service-Component", former -> "OSGI-INF/absent.xml")
                .without("OSGI-INF/openapi.json")
                .without("OSGI-INF/com.example.snow.internal.SnowPermissionSet.xml")
                .without("migrations/0001-snow.xml")
                .replace("META-INF/persistence.xml", "com.example.snow\"", "org.acme.broken\"");
        SnowVersions.migrated(jar, "failing", "<sql>insert into broken_nowhere values (1)</sql>");
        Path kar = broken.in(folder, jar);
        assertThat(console.run("module:install " + kar).refused().output()).contains("org.acme.broken", "failing");
        assertThat(console.run("module:list").ok().output()).contains("org.acme.broken", "failing");
        console.run("module:uninstall acme-broken").ok();
        assertThat(console.run("module:list").ok().output()).doesNotContain("org.acme.broken");
    }
}
