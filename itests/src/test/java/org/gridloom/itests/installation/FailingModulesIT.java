package org.gridloom.itests.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Database;
import org.gridloom.itests.harness.EditedJar;
import org.gridloom.itests.harness.Gridloom;
import org.gridloom.itests.harness.Installation;
import org.gridloom.itests.harness.KarFile;
import org.gridloom.itests.harness.SnowVersions;
import org.gridloom.itests.harness.Territory;
import org.gridloom.itests.probe.FailingActivator;
import org.gridloom.itests.probe.FailingComponent;
import org.gridloom.itests.probe.WeatherResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Small modules of vendors: those that fail say why and fail alone; what would restart or lose something of others' is
 * said before; and what lies in the folder is served or refused aloud.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FailingModulesIT {

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
    }

    @AfterAll
    void stop() {
        console.close();
        installation.close();
    }

    /** Whatever was tried. */
    @AfterEach
    void allElseAnswers() {
        answers("/api/organization/units/" + DISTRICT);
        answers("/api/modules");
        answers("/api/figures?unit=" + DISTRICT);
    }

    private void answers(String path) {
        gridloom.rest().get(path).ok();
    }

    private Path kar(String name, String version, EditedJar jar) {
        return KarFile.acme(name, version).in(folder, jar);
    }

    private void saidEverywhere(String bundle, String reason) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(console.run("module:list").ok().output()).contains(bundle, reason));
        assertThat(gridloom.rest().get("/api/modules").ok().body())
                .contains(bundle, reason)
                .doesNotContain("13912345678");
        assertThat(gridloom.rest().get("/api/operations/doctor").ok().body())
                .contains(bundle, reason)
                .doesNotContain("13912345678");
        assertThat(console.run("gridloom:doctor").output()).contains(bundle, reason);
        allElseAnswers();
    }

    @Test
    void aComponentThatCannotBeMadeSaysWhy() {
        EditedJar jar = EditedJar.bundle("org.acme.plough")
                .header("Import-Package", former -> "org.gridloom.platform.text")
                .component(FailingComponent.class);
        assertThat(console.run("module:install " + kar("plough", "1.0.0", jar))
                        .refused()
                        .output())
                .contains("org.acme.plough", "IllegalStateException: no plough left, call ****");
        saidEverywhere("org.acme.plough", "IllegalStateException: no plough left, call ****");
        console.run("module:uninstall acme-plough").ok();
        assertThat(gridloom.rest().get("/api/modules").ok().body()).doesNotContain("no plough left");
    }

    @Test
    void anActivatorThatThrowsSaysWhy() {
        EditedJar jar = EditedJar.bundle("org.acme.salt")
                .header("Import-Package", former -> "org.osgi.framework")
                .header("Bundle-Activator", former -> FailingActivator.class.getName())
                .type(FailingActivator.class);
        assertThat(console.run("module:install " + kar("salt", "1.0.0", jar))
                        .refused()
                        .output())
                .contains("org.acme.salt", "IllegalStateException: no salt left, call ****");
        saidEverywhere("org.acme.salt", "IllegalStateException: no salt left, call ****");
        console.run("module:uninstall acme-salt").ok();
        assertThat(gridloom.rest().get("/api/modules").ok().body()).doesNotContain("no salt left");
    }

    @Test
    void whoseBundlesOfOthersWouldBeRestartedIsDoneOnlyIfInsistedOn() {
        EditedJar ice = EditedJar.bundle("org.acme.ice").header("Export-Package", former -> "com.acme.ice");
        EditedJar rink = EditedJar.bundle("org.acme.rink").header("Import-Package", former -> "com.acme.ice");
        console.run("module:install " + kar("ice", "1.0.0", ice)).ok();
        console.run("module:install " + kar("rink", "1.0.0", rink)).ok();
        Path later = kar("ice", "1.1.0", ice);

        assertThat(console.run("module:plan " + later).ok().output()).contains("foreign-refresh", "org.acme.rink");
        assertThat(console.run("module:update " + later).refused().output())
                .contains("foreign-refresh", "org.acme.rink");
        assertThat(version("org.acme.ice")).isEqualTo("1.0.0");

        assertThat(console.run("module:update --force " + later).ok().output()).contains("org.acme.rink");
        assertThat(version("org.acme.ice")).isEqualTo("1.1.0");
        assertThat(line("org.acme.rink")).contains("Active");
        console.run("module:uninstall acme-rink").ok();
        console.run("module:uninstall acme-ice").ok();
    }

    private String version(String bundle) {
        return line(bundle).split("\t")[3].trim();
    }

    /** As the framework sees it. */
    private String line(String bundle) {
        return console.run("bundle:list -s --no-format")
                .ok()
                .output()
                .lines()
                .filter(line -> line.contains(bundle))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theWayBackIsRefusedWhereDataWouldBeLost() {
        Path first = kar("gritting", "1.0.0", gritting());
        Path later = kar(
                "gritting",
                "1.1.0",
                SnowVersions.migrated(
                        gritting(), "less", "<dropColumn tableName=\"gritting_road\" columnName=\"note\"/>"));
        console.run("module:install " + first).ok();
        assertThat(console.run("module:plan " + later).ok().output())
                .contains("0003-less.xml::less", "dropColumn gritting_road")
                .containsAnyOf("不可回退", "no way back");
        console.run("module:update " + later).ok();

        assertThat(console.run("module:plan acme-gritting --action rollback")
                        .ok()
                        .output())
                .contains("later-tables", "0003-less.xml::less");
        assertThat(console.run("module:rollback acme-gritting").refused().output())
                .contains("later-tables", "0003-less.xml::less");
        assertThat(gridloom.data().resolve("modules")).content().contains("acme-gritting/1.1.0");
        assertThat(console.run("module:list").ok().output()).containsPattern("org.acme.gritting.*1\\.1\\.0.*active");
        console.run("module:uninstall acme-gritting").ok();
    }

    /** Has a table of its own and no more. */
    private static EditedJar gritting() {
        return SnowVersions.edited()
                .header("Bundle-SymbolicName", former -> "org.acme.gritting")
                .header("Karaf-Commands", former -> "org.acme.none")
                .header("Service-Component", former -> "")
                .without("OSGI-INF/openapi.json")
                .without("migrations/0001-snow.xml")
                .without("ui/ui.json")
                .replace("META-INF/persistence.xml", "com.example.snow\"", "org.acme.gritting\"")
                .migration(
                        "0001-gritting.xml",
                        "gritting_road",
                        "<createTable tableName=\"gritting_road\"><column name=\"code\" type=\"varchar(40)\"/>"
                                + "<column name=\"note\" type=\"varchar(40)\"/></createTable>");
    }

    @Test
    void aBareBundleInTheFolderIsServedUntilItGoes() throws IOException {
        Path deployed = deployed("weather.jar");
        Files.copy(
                EditedJar.bundle("org.acme.weather")
                        .version("1.0.0")
                        .header(
                                "Import-Package",
                                former ->
                                        "jakarta.ws.rs,jakarta.ws.rs.core,org.gridloom.platform.rest,org.gridloom.platform.security")
                        .component(WeatherResource.class, "org.gridloom.platform.rest.RestResource")
                        .in(folder, "weather.jar"),
                deployed);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                gridloom.rest().get("/api/weather/today").ok().body())
                        .isEqualTo("\"snow\""));
        assertThatThrownBy(() -> gridloom.rest().get("/api/weather/today/hours"))
                .as("half an answer is none")
                .isInstanceOf(UncheckedIOException.class);
        assertThat(console.run("module:list").ok().output()).contains("org.acme.weather");
        assertThat(gridloom.data().resolve("modules")).content().contains("org.acme.weather/1.0.0");
        Files.delete(deployed);
        await().atMost(PATIENCE)
                .untilAsserted(() -> gridloom.rest().get("/api/weather/today").expect(404));
        assertThat(console.run("module:list").ok().output()).doesNotContain("org.acme.weather");
        assertThat(gridloom.data().resolve("modules")).content().doesNotContain("org.acme.weather");
    }

    @Test
    void aBundleInTheFolderThatNeedsANewerPlatformIsRefusedAloud() throws IOException {
        refusedInTheFolder(
                hail().header("Require-Capability", former -> "org.gridloom.api;filter:=\"(version>=9.1.0)\""),
                "9.1.0");
    }

    @Test
    void aBundleInTheFolderThatClaimsWhatIsAnothersIsRefusedAloud() throws IOException {
        refusedInTheFolder(
                hail().file("OSGI-INF/openapi.json", "{\"paths\": {\"/organization/hail\": {}}}"),
                "接口路径 organization",
                "path /api/ organization");
    }

    private static EditedJar hail() {
        return EditedJar.bundle("org.acme.hail").version("1.0.0");
    }

    private void refusedInTheFolder(EditedJar jar, String... inEitherLanguage) throws IOException {
        Path deployed = deployed("refused.jar");
        Files.copy(jar.in(folder, "refused.jar"), deployed);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(console.run("module:list").ok().output())
                        .contains("deploy/refused.jar")
                        .containsAnyOf(inEitherLanguage));
        assertThat(gridloom.rest().get("/api/modules").ok().body())
                .contains("refused.jar")
                .containsAnyOf(inEitherLanguage);
        assertThat(gridloom.data().resolve("modules")).content().doesNotContain("org.acme.hail");
        Files.delete(deployed);
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(console.run("module:list").ok().output()).doesNotContain("refused.jar"));
    }

    private Path deployed(String name) throws IOException {
        return Files.createDirectories(gridloom.data().resolve("karaf/deploy")).resolve(name);
    }
}
