package org.gridloom.itests.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Database;
import org.gridloom.itests.harness.Installation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code kill -9} while the first start installs the modules and makes the tables. */
class KilledStartIT {

    private static final int KILLS = Math.max(2, Integer.getInteger("gridloom.kill.rounds") / 3);
    private static final long WINDOW_MILLIS = 2500;

    @ParameterizedTest
    @EnumSource(Database.Kind.class)
    void aStartThatWasKilledWhileItMigratedIsFinishedByTheNext(Database.Kind kind) {
        Random random = new Random();
        try (Installation installation = Installation.on(kind.create(), "gridloom-organization")) {
            for (int kill = 0; kill < KILLS; kill++) {
                killWhileMigrating(installation, random);
            }
            installation.startAndAwaitReady();
            installation.gridloom().rest().get("/api/session").expect(200);
            try (Console console = installation.gridloom().console()) {
                console.run("audit:verify").ok();
            }
        }
    }

    @Test
    void aStartDoesNotUseWhatAKilledOneWroteInPart() throws IOException {
        try (Installation installation = Installation.on(Database.Kind.H2.create(), "gridloom-organization")
                .start()) {
            Path data = installation.gridloom().data().resolve("karaf/data");
            await().atMost(Duration.ofMinutes(2)).until(() -> !stateFiles(data).isEmpty());
            installation.kill();
            for (Path file : stateFiles(data)) {
                Files.writeString(file, "{");
            }

            installation.startAndAwaitReady();

            assertThat(data.resolve("boot-finished")).exists();
        }
    }

    private static List<Path> stateFiles(Path data) throws IOException {
        if (!Files.exists(data)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(file -> file.endsWith("state.json")).toList();
        } catch (UncheckedIOException changedMeanwhile) {
            return List.of();
        }
    }

    /** The window begins when the platform's bundles begin to run, which the log tells. */
    private static void killWhileMigrating(Installation installation, Random random) {
        Path log = installation.gridloom().logFile();
        long seen = Files.exists(log) ? installation.gridloom().log().length() : 0;
        installation.start();
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> Files.exists(log)
                        && installation.gridloom().log().substring((int) seen).contains("org.gridloom.platform"));
        LockSupport.parkNanos(Duration.ofMillis(random.nextLong(WINDOW_MILLIS)).toNanos());
        installation.kill();
    }
}
