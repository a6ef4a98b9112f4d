package org.gridloom.itests.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Database;
import org.gridloom.itests.harness.Installation;
import org.gridloom.itests.harness.Rest;
import org.gridloom.itests.harness.Territory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A district moves from one machine and database to another while it is worked in, and back at a quiet moment: figures and
 * audit trail of the copy are those of the moment of the backup.
 */
class BackupIT {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String DISTRICT = "210102";
    private static final String STREET = "210102099";
    private static final String GRIDS = "organization.grids";
    private static final int BEFORE = 30;

    /** Of databases: that of the district, and that which it moves to. */
    static Stream<Arguments> ways() {
        return Arrays.stream(System.getProperty("gridloom.backup.ways").split(","))
                .map(way -> way.split(">"))
                .map(way -> Arguments.of(Database.Kind.valueOf(way[0]), Database.Kind.valueOf(way[1])));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aDistrictMovesWhileItIsWorkedInAndBack(Database.Kind from, Database.Kind to) {
        try (Installation old = Installation.on(from.create(), "gridloom-organization", "gridloom-district-heping")
                        .startAndAwaitReady();
                Installation moved = empty(to);
                Installation back = empty(from)) {
            Path underLoad = backUpWhileWritten(old, moved);
            assertRefusals(old, underLoad);
            old.kill();
            backUpAtRest(moved, back);
        }
    }

    private static Installation empty(Database.Kind kind) {
        return Installation.on(kind.create(), "gridloom-organization", "gridloom-training");
    }

    private static Path backUpWhileWritten(Installation old, Installation fresh) {
        Rest rest = old.gridloom().rest();
        new Territory(rest).create(DISTRICT, STREET, "试验街道");
        long grids = grids(rest);
        Writers writers = new Writers(rest, STREET);
        AtomicBoolean isOver = new AtomicBoolean();
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
            while (!isOver.get()) {
                writers.writeNext().expect(201);
            }
        });
        await().until(() -> writers.acknowledged() >= BEFORE || writing.isDone());
        int before = writers.acknowledged();
        Path archive = backUp(old);
        int after = writers.acknowledged();
        await().until(() -> writers.acknowledged() > after || writing.isDone());
        isOver.set(true);
        writing.join();
        writers.assertEachAcknowledgedAndOnce();

        restore(archive, old, fresh);
        Rest copy = fresh.gridloom().rest();
        int written = writers.assertFirstOnesIn(copy);
        assertThat(written).isBetween(before, after + 1);
        assertThat(grids(copy)).isEqualTo(grids + written);
        assertTrailOf(archive, rest, copy);
        return archive;
    }

    private static void backUpAtRest(Installation old, Installation fresh) {
        Rest rest = old.gridloom().rest();
        KillIT.assertChainsWhole(rest);
        JsonNode figures = figures(rest, DISTRICT);
        assertThat(figures).isNotEmpty();
        JsonNode head = rest.get("/api/audit?size=1").ok().json().at("/items/0");

        Path archive = backUp(old);
        assertThat(end(archive).get("position")).isEqualTo(head.get("position"));
        assertThat(end(archive).get("hash")).isEqualTo(head.get("hash"));

        restore(archive, old, fresh);
        Rest copy = fresh.gridloom().rest();
        assertThat(figures(copy, DISTRICT)).isEqualTo(figures);
        assertTrailOf(archive, rest, copy);
    }

    private static Path backUp(Installation installation) {
        Path archive = installation.directory().resolve("district.zip");
        try (Console console = installation.gridloom().console()) {
            console.run("gridloom:backup " + archive, PATIENCE).ok();
        }
        return archive;
    }

    private static void restore(Path archive, Installation old, Installation fresh) {
        fresh.startAndAwaitReady();
        fresh.gridloom().rest().get("/api/figures?unit=" + DISTRICT).expect(404);
        try (Console console = fresh.gridloom().console()) {
            console.run("gridloom:restore " + archive, PATIENCE).ok();
        }
        fresh.terminate(PATIENCE);
        putKeysBack(old, fresh);
        fresh.startAndAwaitReady();
        KillIT.assertChainsWhole(fresh.gridloom().rest());
        try (Console console = fresh.gridloom().console()) {
            console.run("audit:verify").ok();
            console.run("figures:verify", PATIENCE).ok();
        }
    }

    private static void assertRefusals(Installation old, Path archive) {
        try (Console console = old.gridloom().console()) {
            console.run("gridloom:backup " + archive).refused();
            console.run("gridloom:restore " + archive).refused();
        }
    }

    /** They are not in the archive. */
    private static void putKeysBack(Installation from, Installation to) {
        try {
            String keys = "privacy/master.keys";
            Files.copy(
                    from.gridloom().data().resolve(keys),
                    to.gridloom().data().resolve(keys),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Up to the archive's end both have the same entries, hash by hash; the copy's next one goes on from it. */
    private static void assertTrailOf(Path archive, Rest source, Rest copy) {
        long end = end(archive).get("position").asLong();
        List<JsonNode> copied = trail(copy);
        assertThat(copied.subList(0, (int) end)).isEqualTo(trail(source).subList(0, (int) end));
        JsonNode last = copied.get((int) end - 1);
        assertThat(last.get("position").asLong()).isEqualTo(end);
        assertThat(last.get("hash")).isEqualTo(end(archive).get("hash"));
        assertThat(copied.get((int) end).get("previous_hash")).isEqualTo(last.get("hash"));
    }

    /** What the archive says of the trail. */
    private static JsonNode end(Path archive) {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            return Rest.JSON
                    .readTree(zip.getInputStream(zip.getEntry("manifest.json")))
                    .at("/chains/audit");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonNode> trail(Rest rest) {
        return rest.get("/api/audit/export")
                .ok()
                .body()
                .lines()
                .map(BackupIT::entry)
                .filter(entry -> entry.hasNonNull("position"))
                .sorted(Comparator.comparingLong(entry -> entry.get("position").asLong()))
                .toList();
    }

    private static JsonNode entry(String line) {
        try {
            return Rest.JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long grids(Rest rest) {
        for (JsonNode figure : figures(rest, DISTRICT)) {
            if (figure.get("code").asText().equals(GRIDS)) {
                return figure.get("value").asLong();
            }
        }
        throw new AssertionError("No figure " + GRIDS);
    }

    private static JsonNode figures(Rest rest, String unit) {
        return rest.get("/api/figures?unit=" + unit).ok().json().get("items");
    }
}
