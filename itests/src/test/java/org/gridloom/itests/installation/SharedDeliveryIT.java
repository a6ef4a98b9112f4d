package org.gridloom.itests.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Database;
import org.gridloom.itests.harness.Gridloom.Login;
import org.gridloom.itests.harness.Installation;
import org.gridloom.itests.harness.Rest;
import org.gridloom.itests.harness.SharedDatabase;
import org.gridloom.itests.harness.SubscriberBundle;
import org.gridloom.itests.harness.Territory;
import org.gridloom.itests.probe.NotingSubscriber;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Two nodes on one PostgreSQL share the delivery of events while tasks move along their states and territory is
 * imported; {@code kill -9} of one node and of PostgreSQL by turns. Each subscriber is given each event once, those of an
 * aggregate in their order; no acknowledged step is lost, no import is there in part.
 */
class SharedDeliveryIT {

    private static final Logger LOG = LoggerFactory.getLogger(SharedDeliveryIT.class);
    private static final String STREET = "210102021";
    private static final List<String> SUBSCRIBERS = List.of("itests.first", "itests.second", "itests.third");
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int WALKERS = 3;
    private static final int GRIDS = 100;
    private static final int MAX_MILLIS_TO_KILL = 2500;

    private final int rounds = Math.max(2, Integer.getInteger("gridloom.kill.rounds") / 3);
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final ExecutorService threads = Executors.newFixedThreadPool(WALKERS + 1);

    @Test
    void eachSubscriberIsGivenEachEventOnceAndInOrderWhateverIsKilled() {
        try (Database database = Database.Kind.POSTGRESQL.create();
                Installation stays = node(database, "stays").startAndAwaitReady();
                Installation dies = node(new SharedDatabase(database), "dies").startAndAwaitReady()) {
            Login admin = stays.gridloom().admin();
            Path jar = new SubscriberBundle("noting", SUBSCRIBERS).jar(stays.directory());
            Stream.of(stays, dies).forEach(node -> install(node, admin, jar));
            Rest rest = stays.gridloom().rest();
            Nodes nodes = new Nodes(List.of(rest, dies.gridloom().anonymous().as(admin.username(), admin.password())));
            found(rest);
            for (int round = 0; round < rounds; round++) {
                AtomicBoolean over = new AtomicBoolean();
                List<Walker> walkers = Stream.generate(() -> new Walker(nodes, over))
                        .limit(WALKERS)
                        .toList();
                List<CompletableFuture<Void>> work = Stream.concat(walkers.stream(), Stream.of(importer(rest, round)))
                        .map(task -> CompletableFuture.runAsync(task, threads))
                        .toList();
                LockSupport.parkNanos(
                        Duration.ofMillis(random.nextInt(MAX_MILLIS_TO_KILL)).toNanos());
                if (round % 2 == 0) {
                    dies.kill();
                    dies.startAndAwaitReady();
                    install(dies, admin, jar);
                } else {
                    database.killAndRestart();
                    // Neither is started again.
                    stays.awaitReady();
                    dies.awaitReady();
                }
                over.set(true);
                work.forEach(CompletableFuture::join);
                walkers.forEach(walker -> walker.assertEachStepOnce(rest));
                assertThat(grids(rest, round).ok().json().get("total").asInt()).isEqualTo(GRIDS);
            }
            assertEachEventNotedOnce(rest);
            KillIT.assertChainsWhole(rest);
        } finally {
            threads.shutdownNow();
            LOG.info("Shared delivery: {} rounds, seed {}", rounds, seed);
        }
    }

    private static Installation node(Database database, String name) {
        return Installation.on(database, "gridloom-organization").with("-D" + NotingSubscriber.NODE + "=" + name);
    }

    /** Does nothing where it is installed already. */
    private static void install(Installation node, Login admin, Path jar) {
        try (Console console = node.gridloom().console(admin.username(), admin.password())) {
            console.run("bundle:install -s file:" + jar).ok();
        }
    }

    private static void found(Rest rest) {
        new Territory(rest)
                .importCsv(
                        "code,parent,level,name,validFrom\n210102,,district,和平区,2021-01-01\n" + STREET
                                + ",210102,street,长白街道,2021-01-01\n",
                        false)
                .ok();
        rest.post(
                        "/api/organization/coordination-bodies",
                        Map.of("code", "XT", "name", "机制", "type", "governance-coordination", "unit", "210102"))
                .expect(201);
    }

    /** A community and its grids; where the answer was lost it looks whether all or none of them are there. */
    private static Runnable importer(Rest rest, int round) {
        String community = community(round);
        String csv = IntStream.rangeClosed(1, GRIDS)
                .mapToObj(number -> "%1$s%2$03d,%1$s,grid,网格%2$d,2021-01-01\n".formatted(community, number))
                .collect(Collectors.joining(
                        "",
                        "code,parent,level,name,validFrom\n" + community + "," + STREET + ",community,社区,2021-01-01\n",
                        ""));
        return () -> Nodes.persistently(() -> {
            Rest.Answer found = grids(rest, round);
            if (found.status() != OK && found.status() != NOT_FOUND) {
                return false;
            }
            int there = found.status() == OK ? found.json().get("total").asInt() : 0;
            assertThat(there).isIn(0, GRIDS);
            return there == GRIDS || new Territory(rest).importCsv(csv, false).status() == OK;
        });
    }

    private static String community(int round) {
        return "%s%03d".formatted(STREET, round + 1);
    }

    private static Rest.Answer grids(Rest rest, int round) {
        return rest.get("/api/organization/units?parent=" + community(round));
    }

    private static void assertEachEventNotedOnce(Rest rest) {
        await().atMost(Nodes.PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            int events = rest.get("/api/events?name=organization.")
                    .ok()
                    .json()
                    .get("total")
                    .asInt();
            assertThat(rest.get("/api/audit?action=" + NotingSubscriber.ACTION)
                            .ok()
                            .json()
                            .get("total")
                            .asInt())
                    .isEqualTo(events * SUBSCRIBERS.size());
        });
        List<Long> events = rest.all("/api/events?name=organization.").stream()
                .map(event -> event.get("position").asLong())
                .toList();
        List<JsonNode> noted = rest.all("/api/audit?action=" + NotingSubscriber.ACTION).stream()
                .sorted(Comparator.comparingLong(entry -> entry.get("position").asLong()))
                .map(entry -> (JsonNode) entry)
                .toList();
        for (String subscriber : SUBSCRIBERS) {
            List<JsonNode> own = noted.stream()
                    .filter(entry -> entry.get("subject").asText().equals("noted/" + subscriber))
                    .map(entry -> entry.get("after"))
                    .toList();
            assertThat(own)
                    .extracting(note -> note.get("event").asLong())
                    .as(subscriber)
                    .containsExactlyInAnyOrderElementsOf(events);
            own.stream()
                    .collect(Collectors.groupingBy(note -> note.get("aggregate").asText()))
                    .forEach((aggregate, notes) -> assertThat(notes)
                            .extracting(note -> note.get("event").asLong())
                            .as(subscriber + " " + aggregate)
                            .isSorted());
        }
        assertThat(noted).extracting(entry -> entry.at("/after/node").asText()).contains("stays", "dies");
        assertThat(rest.get("/api/events/parked").ok().json().get("total").asLong())
                .isZero();
    }
}
