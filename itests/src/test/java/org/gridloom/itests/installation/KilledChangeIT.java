package org.gridloom.itests.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Database;
import org.gridloom.itests.harness.Gridloom;
import org.gridloom.itests.harness.Installation;
import org.gridloom.itests.harness.KarFile;
import org.gridloom.itests.harness.LaterVersions;
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
    private static final String SNOW = "snow-clearing";
    private static final String TRAINING = "gridloom-training";

    @TempDir
    private Path folder;

    private final Random random = new Random();
    private Installation installation;
    private Gridloom gridloom;
    private RunningVersions versions;
    private int inTheMiddle;

    @ParameterizedTest
    @EnumSource(Database.Kind.class)
    void theNextStartIsHealthyAndSaysWhichVersionRuns(Database.Kind kind) {
        Path next = SnowVersions.withColours(folder, "1.1.0");
        Path slow = KarFile.snow("1.2.0")
                .in(folder, SnowVersions.migrated(SnowVersions.coloured(), "slow", slowChange(kind)));
        for (int round = 1; round <= ROUNDS; round++) {
            // A new one each, as the data of the last version stay, which the first could not work on.
            try (Installation started =
                    Installation.on(kind.create(), "gridloom-organization").startAndAwaitReady()) {
                installation = started;
                gridloom = started.gridloom();
                versions = new RunningVersions(gridloom);
                killedAndEnsured("module:install training", TRAINING, RunningVersions.NONE, LaterVersions.FIRST);
                killedAndEnsured("module:install " + SnowVersions.FIRST, SNOW, RunningVersions.NONE, "1.0.0");
                killedAndEnsured("module:update " + next, SNOW, "1.0.0", "1.1.0");
                killedAndEnsured("module:update " + slow, SNOW, "1.1.0", "1.2.0");
                run("module:uninstall snow-clearing");
                run("module:uninstall training");
            }
        }
        LOG.info("{} of {} kills on {} in the middle of a change", inTheMiddle, 4 * ROUNDS, kind);
        if (ROUNDS > 1) {
            assertThat(inTheMiddle).isPositive();
        }
    }

    /** Takes long enough to be in the middle of. */
    private static String slowChange(Database.Kind kind) {
        String series = kind == Database.Kind.H2 ? "system_range(1, 1500000)" : "generate_series(1, 1500000)";
        return "<sql>create table snow_slow as select * from " + series + "</sql>";
    }

    private void killedAndEnsured(String command, String feature, String before, String after) {
        killed(command, feature, before, after);
        if (!versions.of(feature).equals(after)) {
            run(command);
        }
        assertThat(versions.of(feature)).isEqualTo(after);
        gridloom.rest()
                .get(feature.equals(SNOW) ? "/api/snow/teams" : "/api/training/programmes")
                .ok();
        run("audit:verify");
    }

    private void killed(String command, String feature, String before, String after) {
        long seen = gridloom.log().length();
        long last = lastChange(feature);
        try (Console console = gridloom.console();
                Terminal changing = console.begin(command, false)) {
            assertThat(changing).isNotNull();
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> !note().isEmpty() || lastChange(feature) > last);
            LockSupport.parkNanos(
                    Duration.ofMillis(random.nextInt(WINDOW_MILLIS)).toNanos());
        } finally {
            installation.kill();
        }
        boolean isInTheMiddle = !note().isEmpty();
        installation.startAndAwaitReady();
        await().atMost(PATIENCE).until(() -> note().isEmpty());
        String runs = versions.of(feature);
        assertThat(runs).isIn(before, after);
        // The audit log tells of the change that was done, or of the version that was kept.
        assertThat(lastChange(feature)).isGreaterThan(last);
        assertThat(told(feature)).isEqualTo(runs);
        assertThat(listed(feature)).contains(runs.equals(RunningVersions.NONE) ? feature : runs);
        if (isInTheMiddle) {
            inTheMiddle++;
            assertThat(gridloom.log().substring((int) seen))
                    .containsPattern("The last run ended while it was to \\w+ " + feature + ": "
                            + (runs.equals(RunningVersions.NONE) ? "nothing" : "version " + runs) + " of it runs now");
        } else {
            assertThat(runs).isEqualTo(after);
        }
        LOG.info("Killed {} {}: {} runs", isInTheMiddle ? "in the middle of" : "after", command.split(" ", 2)[0], runs);
    }

    /** The change under way, as it is on disk. */
    private Properties note() {
        Properties note = new Properties();
        Path file = gridloom.data().resolve("module-notes/change");
        if (Files.exists(file)) {
            try (Reader in = Files.newBufferedReader(file)) {
                note.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return note;
    }

    private void run(String command) {
        try (Console console = gridloom.console()) {
            console.run(command).ok();
        }
    }

    /** The line of the list of modules. */
    private String listed(String feature) {
        try (Console console = gridloom.console()) {
            return console.run("module:list --available")
                    .ok()
                    .output()
                    .lines()
                    .filter(line -> line.contains(feature))
                    .findFirst()
                    .orElse(feature);
        }
    }

    /** Number of the entry in the audit log; 0 for none. */
    private long lastChange(String feature) {
        JsonNode entry = lastEntry(feature);
        return entry == null ? 0 : entry.get("id").asLong();
    }

    private String told(String feature) {
        return lastEntry(feature).at("/after/version").asText(RunningVersions.NONE);
    }

    /** By its number, as it has a place in the chain only a little later. */
    private JsonNode lastEntry(String feature) {
        JsonNode last = null;
        for (JsonNode entry : gridloom.rest().all("/api/audit?subject=module/" + feature)) {
            if (last == null || entry.get("id").asLong() > last.get("id").asLong()) {
                last = entry;
            }
        }
        return last;
    }
}
