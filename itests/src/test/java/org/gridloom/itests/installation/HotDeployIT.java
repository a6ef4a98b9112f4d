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
import java.util.stream.Stream;
import org.gridloom.itests.harness.Browser;
import org.gridloom.itests.harness.BundleEvents;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Database;
import org.gridloom.itests.harness.Gridloom;
import org.gridloom.itests.harness.Installation;
import org.gridloom.itests.harness.LaterVersions;
import org.gridloom.itests.harness.Rest;
import org.gridloom.itests.harness.SnowVersions;
import org.gridloom.itests.harness.SubscriberBundle;
import org.gridloom.itests.harness.Territory;
import org.gridloom.itests.installation.Ways.Way;
import org.gridloom.itests.probe.NotingSubscriber;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Modules come, are updated and go while clients read and write: nobody else notices, and nothing is lost. */
class HotDeployIT {

    private static final Logger LOG = LoggerFactory.getLogger(HotDeployIT.class);
    private static final int ROUNDS = Integer.getInteger("gridloom.deploy.rounds", 1);
    private static final boolean IS_MEASURED = ROUNDS > 1;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration MOST_DELAY = Duration.ofMillis(250);
    private static final String DISTRICT = "210102";
    private static final List<String> STREETS = List.of("210102001", "210102002");
    private static final String MENU = "nav.gl-menu a";

    @TempDir
    private Path folder;

    private Gridloom gridloom;
    private Console console;
    private RunningVersions versions;
    /** On a page of organization, all the time but for one look at what has changed. */
    private Browser browser;

    private List<GridKeeper> keepers;
    private List<ModulePath> own;
    private NotedEvents noted;
    private boolean isRecorded;

    @ParameterizedTest
    @EnumSource(Database.Kind.class)
    void modulesComeAndGoAndNobodyElseNotices(Database.Kind kind) {
        try (Installation installation = Installation.on(kind.create(), "gridloom-organization")
                .with("-D" + NotingSubscriber.NODE + "=one")
                .startAndAwaitReady()) {
            gridloom = installation.gridloom();
            console = gridloom.console();
            versions = new RunningVersions(gridloom);
            prepare();
            ModuleFiles files = ModuleFiles.of(installation, folder);
            BundleEvents bundles = BundleEvents.of(installation);
            long seen = gridloom.log().length();

            underLoad(kind, new Ways(gridloom, console, files));

            Map<String, Long> stopped = bundles.stopped();
            assertThat(stopped).containsOnlyKeys("org.gridloom.training", "com.example.snow");
            // Each was updated and uninstalled.
            assertThat(stopped.values()).allMatch(times -> times >= 2 * 3 * ROUNDS);
            assertThat(new RunLog(gridloom.log().substring((int) seen)).errors())
                    .isEmpty();
            theNextStartHasAll(installation, files);
            console.close();
        }
    }

    /** What notes the events comes by the folder, and stays. */
    private void prepare() {
        Territory territory = new Territory(gridloom.rest());
        territory.create(null, DISTRICT, "和平区");
        STREETS.forEach(street -> territory.create(DISTRICT, street, "街道 " + street));
        keepers = STREETS.stream()
                .map(street -> new GridKeeper(gridloom.rest(), street))
                .toList();
        own = Stream.of(Footprint.SNOW, Footprint.TRAINING)
                .map(module -> new ModulePath(gridloom.rest(), module.path()))
                .toList();
        Path jar = new SubscriberBundle("noting", List.of("itests.noting")).jar(folder);
        try {
            Files.copy(jar, gridloom.data().resolve("karaf/deploy/noting.jar"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        noted = new NotedEvents(gridloom.rest(), "itests.noting");
        await().atMost(PATIENCE).untilAsserted(noted::assertEachOnce);
    }

    private void underLoad(Database.Kind kind, Ways ways) {
        try (Browser opened = Browser.modest(gridloom, Browser.Size.DESKTOP);
                Clients others = others();
                Clients asking = new Clients()) {
            own.forEach(path -> asking.ask(1, path::ask, 200, 404, 503));
            browser = opened;
            browser.open("#/organization/units").signIn(gridloom.admin());
            browser.run("window.untouched = true");
            if (IS_MEASURED) {
                others.warm(() -> keepers.stream().allMatch(GridKeeper::isWarm));
            }
            for (int round = 0; round < ROUNDS; round++) {
                for (Way way : ways.all()) {
                    comeAndGo(way, round == 0 && way.name().equals("file"));
                }
            }
            assertThat(browser.run("return window.untouched")).as("no reload").isEqualTo(true);
            // Its lists may still ask for the modules' columns until the page has heard that they went.
            assertThat(browser.complaints())
                    .allMatch(complaint -> complaint.matches("(?s).*/api/(snow|training)/.*")
                            && complaint.contains("Failed to load resource"));
            others.stop();
            asking.stop();
            LOG.info(
                    "Hot deploy on {}, {} rounds of three ways: {}; {} writes; own paths {}, {}",
                    kind,
                    ROUNDS,
                    others.figures(),
                    keepers.stream().mapToInt(GridKeeper::acknowledged).sum(),
                    own,
                    asking.figures());
            others.assertNoneFailed();
            asking.assertNoneFailed();
            own.forEach(ModulePath::assertNeverAway);
            if (IS_MEASURED) {
                others.assertLongestWithin(MOST_DELAY, 0.99);
            }
        }
    }

    /** Nine, and the browser. */
    private Clients others() {
        Clients clients = new Clients()
                .ask(3, () -> gridloom.rest().get("/api/organization/units/" + STREETS.get(0)), 200)
                .ask(2, () -> gridloom.rest().get("/api/organization/units?parent=" + DISTRICT), 200)
                .ask(2, () -> gridloom.rest().get("/api/figures?unit=" + DISTRICT), 200);
        keepers.forEach(keeper -> clients.ask(1, keeper::writeNext, 201, 200));
        return clients;
    }

    private void comeAndGo(Way way, boolean isLookedAt) {
        way.install().run();
        awaitVersions(way.training(), ModuleFiles.SNOW);
        own.forEach(ModulePath::stays);
        use();
        first();
        look(isLookedAt, "除雪队伍", "培训项目");

        way.update().run();
        awaitVersions(ModuleFiles.LATER_TRAINING, ModuleFiles.LATER_SNOW);
        later();
        look(isLookedAt, "除雪队伍（彩）", "培训项目（导师）");
        if (isLookedAt) {
            lookAtTheChangedPages();
            console.run("module:rollback snow-clearing").ok();
            console.run("module:rollback training").ok();
            first();
        }

        own.forEach(ModulePath::leaves);
        way.uninstall().run();
        awaitVersions(RunningVersions.NONE, RunningVersions.NONE);
        Footprint.SNOW.assertGone(gridloom, console);
        Footprint.TRAINING.assertGone(gridloom, console);
        rowsStay();
        if (isLookedAt) {
            browser.seeNot(MENU, "除雪队伍");
            browser.seeNot(MENU, "培训项目");
        }
    }

    /** What was recorded the first time is there from then on, whatever came and went. */
    private void use() {
        Rest rest = gridloom.rest();
        if (!isRecorded) {
            rest.post(
                            "/api/training/programmes",
                            Map.of("code", "PX1", "name", "议事能力提升", "unit", DISTRICT, "requiredSessions", 1))
                    .expect(201);
            for (int number = 1; number <= 3; number++) {
                rest.post(
                                "/api/snow/teams",
                                Map.of(
                                        "code",
                                        "XD-" + number,
                                        "name",
                                        number + "队",
                                        "unit",
                                        STREETS.get(0),
                                        "people",
                                        4,
                                        "machines",
                                        2))
                        .expect(201);
            }
            isRecorded = true;
        }
        theRecordsAreThere();
    }

    private void theRecordsAreThere() {
        assertThat(gridloom.rest().get("/api/training/programmes/PX1").ok().body())
                .contains("议事能力提升");
        assertThat(console.run("snow:team-list").ok().output()).contains("XD-1", "XD-2", "XD-3");
    }

    private void first() {
        gridloom.rest().get("/api/snow/colours").expect(404);
        gridloom.rest().get("/api/training/tutors").expect(404);
        Footprint.SNOW.assertThere(gridloom, console, SnowVersions.PAGE, false);
        Footprint.TRAINING.assertThere(gridloom, console, LaterVersions.PAGE, false);
    }

    private void later() {
        assertThat(gridloom.rest().get("/api/snow/colours").ok().body()).isEqualTo("0");
        assertThat(gridloom.rest().get("/api/training/tutors").ok().body()).isEqualTo("0");
        Footprint.SNOW.assertThere(gridloom, console, SnowVersions.PAGE, true);
        Footprint.TRAINING.assertThere(gridloom, console, LaterVersions.PAGE, true);
        theRecordsAreThere();
    }

    private void look(boolean isLookedAt, String... entries) {
        if (isLookedAt) {
            Stream.of(entries).forEach(entry -> browser.see(MENU, entry));
        }
    }

    private void lookAtTheChangedPages() {
        browser.click(MENU, "除雪队伍（彩）");
        browser.see("main h1", SnowVersions.PAGE);
        browser.click(MENU, "培训项目（导师）");
        browser.see("main h1", LaterVersions.PAGE);
        browser.run("location.hash = '#/organization/units'");
        browser.see("main h1", "区域单元");
    }

    private void rowsStay() {
        assertThat(gridloom.rest().get("/api/orphans/com.example.snow").ok().header("Content-Type"))
                .contains("spreadsheetml");
        assertThat(OrphanedRows.of("com.example.snow", gridloom, console, folder))
                .containsEntry("snow_team", 3);
        assertThat(OrphanedRows.of("org.gridloom.training", gridloom, console, folder))
                .containsEntry("training_programme", 1);
    }

    /** Of a module that came by its name, of one that was rolled back, of one that came by the folder. */
    private void theNextStartHasAll(Installation installation, ModuleFiles files) {
        console.run("feature:install gridloom-training").ok();
        console.run("module:install " + files.snow()).ok();
        console.run("module:update " + files.laterSnow()).ok();
        console.run("module:rollback snow-clearing").ok();
        awaitVersions(LaterVersions.FIRST, ModuleFiles.SNOW);
        installation.terminate(Duration.ofMinutes(1));
        installation.startAndAwaitReady();
        awaitVersions(LaterVersions.FIRST, ModuleFiles.SNOW);
        first();
        theRecordsAreThere();
        keepers.forEach(keeper -> keeper.writeNext().ok());
        keepers.forEach(GridKeeper::assertEachAcknowledgedAndOnce);
        noted.assertEachOnce();
    }

    private void awaitVersions(String training, String snow) {
        versions.await(Map.of("gridloom-training", training, "snow-clearing", snow));
    }
}
