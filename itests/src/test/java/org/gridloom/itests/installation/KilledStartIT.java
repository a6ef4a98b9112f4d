package org.gridloom.itests.installation;

import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Database;
import org.gridloom.itests.harness.Installation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code kill -9} while the first start makes the tables. */
class KilledStartIT {

    private static final int KILLS = 4;
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
