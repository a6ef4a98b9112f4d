package org.gridloom.itests.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Database;
import org.gridloom.itests.harness.Installation;
import org.gridloom.itests.harness.Rest;
import org.gridloom.itests.harness.StreetTable;
import org.gridloom.itests.harness.Territory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code kill -9} of the server that imports a workbook, wherever it is with it, and of PostgreSQL below it: all of its
 * rows are there or none, nothing of it is left behind, and the same workbook can be imported again.
 */
class KilledImportIT {

    private static final Logger LOG = LoggerFactory.getLogger(KilledImportIT.class);
    private static final String DISTRICT = "210102";
    private static final String RUN = "killed";
    private static final int FIRST_STREET = 100;
    private static final int TRIES = 5;
    private static final int OK = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final int rounds = Math.max(1, Integer.getInteger("gridloom.kill.rounds") / 10);
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private Database database;
    private Installation installation;
    private int streets;
    private long took;

    /** How far an import was as it was killed. */
    private record Killed(StreetTable table, boolean wasRunning, boolean wasAnswered) {

        boolean wasUnderWay() {
            return wasRunning && !wasAnswered;
        }
    }

    @ParameterizedTest
    @EnumSource(Database.Kind.class)
    void allOfAnImportThatWasKilledIsThereOrNothing(Database.Kind kind) {
        database = kind.create();
        try (Installation started =
                Installation.on(database, "gridloom-organization").startAndAwaitReady()) {
            installation = started;
            new Territory(rest()).create(null, DISTRICT, "和平区");
            took = took(StreetTable.units(nextStreet()));
            for (int round = 0; round < rounds; round++) {
                killUnderWay(StreetTable::units, this::killServer);
                killUnderWay(this::people, this::killServer);
            }
            if (database.isServer()) {
                killUnderWay(StreetTable::units, database::killAndRestart);
            }
        } finally {
            LOG.info("Killed imports on {}: {} rounds, seed {}", kind, rounds, seed);
        }
    }

    private Rest rest() {
        return installation.gridloom().rest();
    }

    private String nextStreet() {
        return "%s%03d".formatted(DISTRICT, FIRST_STREET + streets++);
    }

    /** Nanoseconds that an import takes that nobody interrupts. */
    private long took(StreetTable table) {
        long begin = System.nanoTime();
        table.load(rest(), null).ok();
        return System.nanoTime() - begin;
    }

    private void killServer() {
        installation.kill();
        installation.startAndAwaitReady();
    }

    private StreetTable people(String street) {
        new Territory(rest()).create(DISTRICT, street, "街道 " + street);
        return StreetTable.people(street);
    }

    /** One that was through with it just before is looked at and does not count. */
    private void killUnderWay(Function<String, StreetTable> tables, Runnable kill) {
        Killed killed;
        int tries = 0;
        do {
            StreetTable table = tables.apply(nextStreet());
            killed = kill(table, kill);
            assertWholeOrNothing(killed);
            tries++;
        } while (!killed.wasUnderWay() && tries < TRIES);
        assertThat(killed.wasUnderWay()).isTrue();
    }

    private Killed kill(StreetTable table, Runnable kill) {
        Rest rest = rest();
        CompletableFuture<Rest.Answer> importing = CompletableFuture.supplyAsync(() -> table.load(rest, RUN));
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> importing.isDone() || standing(rest).status() == OK);
        LockSupport.parkNanos(random.nextLong(took));
        Rest.Answer standing = standing(rest);
        kill.run();
        boolean wasAnswered = isAccepted(importing);
        LOG.info("Killed {} at {}: {}", table.sheet(), standing, wasAnswered ? "answered" : "not answered");
        return new Killed(table, standing.status() == OK, wasAnswered);
    }

    private static Rest.Answer standing(Rest rest) {
        return rest.get("/api/sheets/runs/" + RUN);
    }

    private static boolean isAccepted(CompletableFuture<Rest.Answer> importing) {
        try {
            return importing.join().status() == OK;
        } catch (CompletionException connectionLost) {
            assertThat(connectionLost).hasCauseInstanceOf(UncheckedIOException.class);
            return false;
        }
    }

    private void assertWholeOrNothing(Killed killed) {
        StreetTable table = killed.table();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> new Territory(rest()).get(DISTRICT).status() == OK);
        Rest rest = rest();
        int there = table.there(rest);
        assertThat(there).isIn(0, table.size());
        assertThat(there > 0 || !killed.wasAnswered()).isTrue();
        assertNothingLeft();

        JsonNode report = table.load(rest, null).ok().json();

        assertThat(report.get("created").asInt()).isEqualTo(table.size() - there);
        assertThat(report.get("updated").asInt()).isZero();
        assertThat(table.there(rest)).isEqualTo(table.size());
        KillIT.assertChainsWhole(rest);
        assertThat(table.told(rest)).isEqualTo(table.entries());
        try (Console console = installation.gridloom().console()) {
            console.run("audit:verify").ok();
            console.run("figures:verify", PATIENCE).ok();
        }
    }

    /** In the folder of the process that runs; there is no other. */
    private void assertNothingLeft() {
        Path temporary = installation.gridloom().data().resolve("temporary");
        await().atMost(PATIENCE).untilAsserted(() -> {
            try (Stream<Path> files = Files.walk(temporary)) {
                assertThat(files.filter(Files::isRegularFile).map(Path::toString))
                        .singleElement()
                        .asString()
                        .endsWith(".lock");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
