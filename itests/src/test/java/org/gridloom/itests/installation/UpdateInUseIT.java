package org.gridloom.itests.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gridloom.itests.harness.BundleEvents;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Database;
import org.gridloom.itests.harness.Gridloom;
import org.gridloom.itests.harness.Installation;
import org.gridloom.itests.harness.LaterVersions;
import org.gridloom.itests.harness.Rest;
import org.gridloom.itests.harness.Territory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all others stand on is updated by files while people use what stands on it. */
class UpdateInUseIT {

    private static final Logger LOG = LoggerFactory.getLogger(UpdateInUseIT.class);
    private static final int ROUNDS = Math.max(2, Integer.getInteger("gridloom.deploy.rounds", 1));
    private static final boolean IS_MEASURED = Integer.getInteger("gridloom.deploy.rounds", 1) > 1;
    private static final Duration MOST_DELAY = Duration.ofSeconds(1);
    private static final Duration STOP = Duration.ofMinutes(1);
    private static final String ORGANIZATION = "org.gridloom.organization";
    private static final String DISTRICT = "210102";

    @TempDir
    private Path folder;

    private Gridloom gridloom;

    @ParameterizedTest
    @EnumSource(Database.Kind.class)
    void organizationIsUpdatedAndWhoUsesTrainingOnlyWaits(Database.Kind kind) {
        try (Installation installation = Installation.on(kind.create(), "gridloom-organization", "gridloom-training")
                .startAndAwaitReady()) {
            gridloom = installation.gridloom();
            prepare();
            LaterVersions versions = new LaterVersions(installation, folder);
            BundleEvents bundles = BundleEvents.of(installation);
            List<ProgrammeWriter> writers = Stream.of("A", "B")
                    .map(name -> new ProgrammeWriter(gridloom.rest(), name, DISTRICT))
                    .toList();
            long seen = gridloom.log().length();
            try (Clients dependants = ofTraining(writers).warm();
                    Clients own = ofOrganization();
                    Console console = gridloom.console()) {
                for (int round = 1; round <= ROUNDS; round++) {
                    console.run("module:update " + versions.organization("0.1." + round))
                            .ok();
                }
                console.run("module:rollback organization").ok();
                dependants.stop();
                own.stop();
                LOG.info(
                        "Organization on {}, {} updates and a rollback: {}; {} writes; its own paths {}",
                        kind,
                        ROUNDS,
                        dependants.figures(),
                        writers.stream().mapToInt(ProgrammeWriter::acknowledged).sum(),
                        own.figures());
                dependants.assertNoneFailed();
                own.assertNoneFailed();
                if (IS_MEASURED) {
                    dependants.assertLongestWithin(MOST_DELAY, 0.5);
                }
                assertThat(runs(installation)).isEqualTo("0.1." + (ROUNDS - 1));
            }
            RunLog log = new RunLog(gridloom.log().substring((int) seen));
            assertThat(log.errors()).isEmpty();
            assertThat(bundles.stopped())
                    .containsOnlyKeys(ORGANIZATION)
                    .allSatisfy((bundle, times) -> assertThat(times).isGreaterThanOrEqualTo(ROUNDS + 1));
            writers.forEach(ProgrammeWriter::assertEachOnce);

            theNextStartHasTheSame(installation);
        }
    }

    /** And from a file it goes back to the distribution's. */
    private void theNextStartHasTheSame(Installation installation) {
        installation.terminate(STOP);
        installation.startAndAwaitReady();
        assertThat(runs(installation)).isEqualTo("0.1." + (ROUNDS - 1));
        gridloom.rest().get("/api/training/programmes/PX1").ok();
        try (Console console = gridloom.console()) {
            console.run("module:uninstall training").ok();
            console.run("module:uninstall organization").ok();
            console.run("module:install training").ok();
        }
        gridloom.rest().get("/api/training/programmes/PX1").ok();
        assertThat(runs(installation)).isNotEqualTo("0.1." + (ROUNDS - 1));
    }

    private void prepare() {
        new Territory(gridloom.rest()).create(null, DISTRICT, "和平区");
        gridloom.rest()
                .post(
                        "/api/training/programmes",
                        Map.of("code", "PX1", "name", "议事能力提升", "unit", DISTRICT, "requiredSessions", 1))
                .expect(201);
    }

    /** Eight: they wait while organization is exchanged, and none is refused. */
    private Clients ofTraining(List<ProgrammeWriter> writers) {
        Rest rest = gridloom.rest();
        Clients clients = new Clients()
                .ask(3, () -> rest.get("/api/training/programmes/PX1"), 200)
                .ask(3, () -> rest.get("/api/training/programmes?unit=" + DISTRICT), 200);
        writers.forEach(writer -> clients.ask(1, writer::writeNext, 201));
        return clients;
    }

    private Clients ofOrganization() {
        return new Clients().ask(2, () -> gridloom.rest().get("/api/organization/units/" + DISTRICT), 200, 503);
    }

    /** The version of the bundle that runs; there is one. */
    private static String runs(Installation installation) {
        try (Console console = installation.gridloom().console()) {
            List<String> lines = console.run("bundle:list -s --no-format")
                    .ok()
                    .output()
                    .lines()
                    .filter(line -> line.contains(ORGANIZATION) && !line.contains(ORGANIZATION + ".api"))
                    .toList();
            assertThat(lines).hasSize(1);
            return lines.get(0).replaceAll(".*\\b(0\\.1\\.[0-9A-Za-z.]+)\\b.*", "$1");
        }
    }
}
