package org.gridloom.itests.installation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Database;
import org.gridloom.itests.harness.Installation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code kill -9} while a district is restored: the next start is of an empty installation or of all of it. */
class KilledRestoreIT {

    private static final long WINDOW_MILLIS = 1500;
    private static final long MOMENT = Duration.ofMillis(1).toNanos();
    private static final String FIGURES = "/api/figures?unit=210102";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NOTHING = "nothing of it is restored";
    private static final String ALL = "all of it is restored";

    private static Installation old;
    private static Path archive;
    private static JsonNode wanted;

    private final int kills = Math.max(1, Integer.getInteger("gridloom.kill.rounds") / 3);

    @BeforeAll
    static void backUp() {
        old = Installation.on(Database.Kind.H2.create(), "gridloom-organization", "gridloom-district-heping")
                .startAndAwaitReady();
        archive = old.directory().resolve("district.zip");
        try (Console console = old.gridloom().console()) {
            console.run("gridloom:backup " + archive, PATIENCE).ok();
        }
        wanted = figures(old);
        old.kill();
    }

    @AfterAll
    static void close() {
        old.close();
    }

    @ParameterizedTest
    @EnumSource(Database.Kind.class)
    void aRestoreThatWasKilledIsWhollyThereOrCanBeRepeated(Database.Kind kind) {
        try (Installation fresh = Installation.on(kind.create(), "gridloom-organization", "gridloom-training")) {
            fresh.startAndAwaitReady();
            fresh.gridloom().rest().get(FIGURES).expect(404);
            Random random = new Random();
            boolean restored = false;
            for (int kill = 0; kill < kills && !restored; kill++) {
                restored = killWhileRestoring(fresh, random);
            }
            if (!restored) {
                restore(fresh);
            }
            fresh.terminate(PATIENCE);
            fresh.startAndAwaitReady();

            assertThat(figures(fresh)).isEqualTo(wanted);
            assertThat(fresh.gridloom().data().resolve("restore")).doesNotExist();
            try (Console console = fresh.gridloom().console()) {
                console.run("audit:verify").ok();
                console.run("figures:verify", PATIENCE).ok();
            }
        }
    }

    /** Begins when the restore has laid down what it is about; gives whether it came as far as its commit. */
    private static boolean killWhileRestoring(Installation installation, Random random) {
        Path note = installation.gridloom().data().resolve("restore/note.json");
        int seen = installation.gridloom().log().length();
        CompletableFuture<Void> under = CompletableFuture.runAsync(() -> restore(installation));
        while (!note.toFile().exists() && !under.isDone()) {
            LockSupport.parkNanos(MOMENT);
        }
        LockSupport.parkNanos(Duration.ofMillis(random.nextLong(WINDOW_MILLIS)).toNanos());
        installation.kill();
        boolean isLeft = note.toFile().exists();
        installation.startAndAwaitReady();

        String log = installation.gridloom().log().substring(seen);
        if (!isLeft) {
            return true;
        }
        assertThat(log.contains(NOTHING) ^ log.contains(ALL)).as(log).isTrue();
        try (Console console = installation.gridloom().console()) {
            assertThat(console.run("gridloom:doctor").output()).containsAnyOf(NOTHING, ALL, "没有任何内容被恢复", "数据已全部恢复");
        }
        if (log.contains(NOTHING)) {
            installation.gridloom().rest().get(FIGURES).expect(404);
        }
        return log.contains(ALL);
    }

    private static void restore(Installation installation) {
        try (Console console = installation.gridloom().console()) {
            console.run("gridloom:restore " + archive, PATIENCE).ok();
        }
    }

    private static JsonNode figures(Installation installation) {
        return installation.gridloom().rest().get(FIGURES).ok().json().get("items");
    }
}
