package org.gridloom.itests.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.gridloom.itests.harness.Browser;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Database;
import org.gridloom.itests.harness.Gridloom;
import org.gridloom.itests.harness.Installation;
import org.gridloom.itests.harness.LaterVersions;
import org.gridloom.itests.harness.Rest;
import org.gridloom.itests.harness.SnowVersions;
import org.gridloom.itests.harness.Territory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Modules come, are updated and go while clients read and write: nobody else notices, and nothing is lost. */
class HotDeployIT {

    private static final Logger LOG = LoggerFactory.getLogger(HotDeployIT.class);
    private static final int ROUNDS = Integer.getInteger("gridloom.deploy.rounds", 1);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String DISTRICT = "210102";
    private static final String STREET = "210102001";

    private static final String MENU = "nav.gl-menu a";

    @TempDir
    private Path folder;

    private Gridloom gridloom;
    private Console console;
    /** On a page of organization, all the time. */
    private Browser browser;

    private boolean isRecorded;

    @ParameterizedTest
    @EnumSource(Database.Kind.class)
    void modulesComeAndGoAndNobodyElseNotices(Database.Kind kind) {
        try (Installation installation =
                Installation.on(kind.create(), "gridloom-organization").startAndAwaitReady()) {
            gridloom = installation.gridloom();
            console = gridloom.console();
            prepare();
            Path training = new LaterVersions(installation, folder).training("0.1.1");
            Path snow = SnowVersions.withColours(folder, "1.1.0");
            Writers writers = new Writers(gridloom.rest(), STREET);
            Thread writing = new Thread(writers);
            writing.start();
            long seen = gridloom.log().length();
            try (Browser opened = new Browser(gridloom, Browser.Size.DESKTOP);
                    Clients others = readers().warm();
                    Clients own = new Clients().ask(1, () -> gridloom.rest().get("/api/snow/teams"), 200, 404, 503)) {
                browser = opened;
                browser.open("#/organization/units").signIn(gridloom.admin());
                browser.run("window.untouched = true");
                for (int round = 0; round < ROUNDS; round++) {
                    byFile(training, snow);
                    byName();
                    byFolder(training, snow);
                }
                assertThat(browser.run("return window.untouched"))
                        .as("no reload")
                        .isEqualTo(true);
                // Its list may still ask for the module's column until the page has heard that it went.
                assertThat(browser.complaints())
                        .allMatch(complaint ->
                                complaint.contains("/api/snow/") && complaint.contains("Failed to load resource"));
                writers.stop();
                others.stop();
                own.stop();
                LOG.info(
                        "Hot deploy on {}, {} rounds of three ways: {}; {} writes; own path {}",
                        kind,
                        ROUNDS,
                        others.figures(),
                        writers.acknowledged(),
                        own.figures());
                others.assertNoneFailed();
                own.assertNoneFailed();
            }
            join(writing);
            writers.assertEachAcknowledgedAndOnce();
            console.close();
            RunLog log = new RunLog(gridloom.log().substring((int) seen));
            assertThat(log.stopped()).isSubsetOf("org.gridloom.training", "com.example.snow");
            assertThat(log.errors()).isEmpty();
        }
    }

    private void prepare() {
        Territory territory = new Territory(gridloom.rest());
        territory.create(null, DISTRICT, "和平区");
        territory.create(DISTRICT, STREET, "浑河湾街道");
    }

    /** With the writer there are eight. */
    private Clients readers() {
        return new Clients()
                .ask(3, () -> gridloom.rest().get("/api/organization/units/" + STREET), 200)
                .ask(2, () -> gridloom.rest().get("/api/organization/units?parent=" + DISTRICT), 200)
                .ask(2, () -> gridloom.rest().get("/api/figures?unit=" + DISTRICT), 200);
    }

    private void byFile(Path training, Path snow) {
        console.run("module:install training --version " + LaterVersions.FIRST).ok();
        console.run("module:install " + SnowVersions.FIRST).ok();
        use();
        noColoursYet();
        browser.see(MENU, "除雪队伍");
        console.run("module:update " + training).ok();
        console.run("module:update " + snow).ok();
        colours();
        browser.see(MENU, "除雪队伍（彩）");
        console.run("module:rollback snow-clearing").ok();
        noColoursYet();
        gridloom.rest().get("/api/snow/teams/XD-1").ok();
        gone("module:uninstall snow-clearing", "module:uninstall training");
        browser.seeNot(MENU, "除雪队伍");
    }

    /** The second time the files are in the store. */
    private void byName() {
        console.run("feature:install gridloom-training").ok();
        awaitReady();
        Rest rest = gridloom.rest();
        rest.post("/api/modules/snow-clearing/install", Map.of("version", "1.0.0"))
                .ok();
        use();
        rest.post("/api/modules/snow-clearing/update", Map.of()).ok();
        colours();
        rest.post("/api/modules/snow-clearing/uninstall", Map.of()).ok();
        gone("feature:uninstall gridloom-training");
    }

    private void byFolder(Path training, Path snow) {
        Path deploy = gridloom.data().resolve("karaf/deploy");
        put(SnowVersions.FIRST, deploy.resolve("snow.kar"));
        put(training, deploy.resolve("training.kar"));
        await().atMost(PATIENCE).until(() -> answers("/api/snow/teams") && answers("/api/training/programmes"));
        use();
        put(snow, deploy.resolve("snow.kar"));
        await().atMost(PATIENCE).until(() -> answers("/api/snow/colours"));
        colours();
        delete(deploy.resolve("snow.kar"));
        delete(deploy.resolve("training.kar"));
        await().atMost(PATIENCE).until(() -> !answers("/api/snow/teams") && !answers("/api/training/programmes"));
        orphans();
    }

    /** What was recorded the first time is there from then on, whatever came and went. */
    private void use() {
        Rest rest = gridloom.rest();
        if (!isRecorded) {
            rest.post(
                            "/api/training/programmes",
                            Map.of("code", "PX1", "name", "议事能力提升", "unit", DISTRICT, "requiredSessions", 1))
                    .expect(201);
            rest.post(
                            "/api/snow/teams",
                            Map.of("code", "XD-1", "name", "一队", "unit", STREET, "people", 4, "machines", 2))
                    .expect(201);
            isRecorded = true;
        }
        assertThat(rest.get("/api/training/programmes/PX1").ok().body()).contains("议事能力提升");
        assertThat(console.run("snow:team-list").ok().output()).contains("XD-1");
    }

    private void noColoursYet() {
        gridloom.rest().get("/api/snow/colours").expect(404);
    }

    private void colours() {
        assertThat(gridloom.rest().get("/api/snow/colours").ok().body()).isEqualTo("0");
        gridloom.rest().get("/api/snow/teams/XD-1").ok();
    }

    private void gone(String... commands) {
        Stream.of(commands).forEach(command -> console.run(command).ok());
        gridloom.rest().get("/api/snow/teams").expect(404);
        gridloom.rest().get("/api/training/programmes").expect(404);
        orphans();
    }

    private void orphans() {
        assertThat(gridloom.rest().get("/api/orphans/com.example.snow").ok().header("Content-Type"))
                .contains("spreadsheetml");
        assertThat(console.run("district:orphans").ok().output())
                .contains("com.example.snow", "org.gridloom.training")
                .doesNotContain("org.gridloom.organization");
    }

    private boolean answers(String path) {
        return gridloom.rest().get(path).status() == 200;
    }

    private void awaitReady() {
        gridloom.awaitReady(() -> true);
    }

    /** As a copy command does: under its own name from the first byte on. */
    private static void put(Path from, Path to) {
        try {
            Files.copy(from, to, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
