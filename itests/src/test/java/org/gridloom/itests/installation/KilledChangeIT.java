package org.gridloom.itests.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Database;
import org.gridloom.itests.harness.Gridloom;
import org.gridloom.itests.harness.Installation;
import org.gridloom.itests.harness.KarFile;
import org.gridloom.itests.harness.SnowVersions;
import org.gridloom.itests.harness.Terminal;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code kill -9} in the middle of an install, an update and a migration: the next start has the old module or the new. */
class KilledChangeIT {

    private static final Logger LOG = LoggerFactory.getLogger(KilledChangeIT.class);
    private static final int ROUNDS = Integer.getInteger("gridloom.deploy.rounds", 1);
    private static final int WINDOW_MILLIS = 2500;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private final Random random = new Random();

    @ParameterizedTest
    @EnumSource(Database.Kind.class)
    void theNextStartIsHealthyAndSaysWhichVersionRuns(Database.Kind kind) {
        try (Installation installation =
                Installation.on(kind.create(), "gridloom-organization").startAndAwaitReady()) {
            for (int round = 1; round <= ROUNDS; round++) {
                killed(installation, "module:install " + SnowVersions.FIRST, "none", "1.0.0");
                ensure(installation, "1.0.0", "module:install " + SnowVersions.FIRST);
                Path next = SnowVersions.withColours(folder, "1.1." + round);
                killed(installation, "module:update " + next, "1.0.0", "1.1." + round);
                ensure(installation, "1.1." + round, "module:update " + next);
                // Takes long enough to be in the middle of.
                Path slow = KarFile.snow("1.2." + round)
                        .in(
                                folder,
                                SnowVersions.migrated(
                                        SnowVersions.coloured(), "slow" + round, slowChange(kind, round)));
                killed(installation, "module:update " + slow, "1.1." + round, "1.2." + round);
                ensure(installation, "1.2." + round, "module:update " + slow);
                try (Console console = installation.gridloom().console()) {
                    console.run("module:uninstall snow-clearing").ok();
                }
            }
        }
    }

    private static String slowChange(Database.Kind kind, int round) {
        String series = kind == Database.Kind.H2 ? "system_range(1, 1500000)" : "generate_series(1, 1500000)";
        return "<sql>create table snow_slow_" + round + " as select * from " + series + "</sql>";
    }

    private void killed(Installation installation, String command, String before, String after) {
        Gridloom gridloom = installation.gridloom();
        long seen = gridloom.log().length();
        try (Console console = gridloom.console();
                Terminal changing = console.begin(command, false)) {
            assertThat(changing).isNotNull();
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> gridloom.log().substring((int) seen).contains("snow-clearing"));
            LockSupport.parkNanos(
                    Duration.ofMillis(random.nextInt(WINDOW_MILLIS)).toNanos());
        } finally {
            installation.kill();
        }
        installation.startAndAwaitReady();
        String runs = version(gridloom);
        assertThat(runs).isIn(before, after);
        String log = gridloom.log().substring((int) seen);
        boolean wasDone = log.contains(" of snow-clearing ") && log.contains("done in");
        assertThat(wasDone || log.contains("The last run ended while it was to") || runs.equals(before))
                .as(log)
                .isTrue();
        LOG.info("Killed during {}: {} runs", command.split(" ", 2)[0], runs);
    }

    private static void ensure(Installation installation, String version, String command) {
        if (!version(installation.gridloom()).equals(version)) {
            try (Console console = installation.gridloom().console()) {
                console.run(command).ok();
            }
        }
        assertThat(version(installation.gridloom())).isEqualTo(version);
        installation.gridloom().rest().get("/api/snow/teams").ok();
        try (Console console = installation.gridloom().console()) {
            console.run("audit:verify").ok();
        }
    }

    private static String version(Gridloom gridloom) {
        for (var module : gridloom.rest().get("/api/modules").ok().json().get("modules")) {
            if (module.get("feature").asText().equals("snow-clearing")
                    && !module.get("version").isNull()) {
                return module.get("version").asText();
            }
        }
        return "none";
    }
}
