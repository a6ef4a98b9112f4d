package org.gridloom.itests.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.gridloom.itests.harness.Database;
import org.gridloom.itests.harness.Installation;
import org.gridloom.itests.harness.Rest;
import org.gridloom.itests.harness.Territory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code kill -9} of the server, and of PostgreSQL, at random moments while several clients write: every acknowledged
 * write is there exactly once, every other one once after its client tried again, and so are its audit entry and event.
 */
class KillIT {

    private static final Logger LOG = LoggerFactory.getLogger(KillIT.class);
    private static final int WRITERS = 6;
    private static final int MAX_MILLIS_TO_KILL = 4000;
    private static final String STREET = "210102021";

    private final int rounds = Integer.getInteger("gridloom.kill.rounds");
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @ParameterizedTest
    @EnumSource(Database.Kind.class)
    void everyAcknowledgedWriteSurvivesOnceWhateverIsKilled(Database.Kind kind) {
        long acknowledged = 0;
        long repeated = 0;
        long begun = System.nanoTime();
        Database database = kind.create();
        try (Installation installation =
                Installation.on(database, "gridloom-organization").startAndAwaitReady()) {
            found(installation.gridloom().rest());
            for (int round = 0; round < rounds; round++) {
                List<Writer> writers = writers(installation.gridloom().rest(), round);
                List<Thread> threads = writers.stream().map(Thread::new).toList();
                threads.forEach(Thread::start);
                LockSupport.parkNanos(Duration.ofMillis(200 + random.nextInt(MAX_MILLIS_TO_KILL))
                        .toNanos());
                boolean databaseDies = database.isServer() && round % 2 == 1;
                if (databaseDies) {
                    database.killAndRestart();
                } else {
                    installation.kill();
                }
                writers.forEach(Writer::stop);
                threads.forEach(KillIT::join);
                if (!databaseDies) {
                    installation.startAndAwaitReady();
                }
                awaitService(installation.gridloom().rest());
                writers.forEach(Writer::repeatWhatWasNotAcknowledged);
                writers.forEach(Writer::assertEachOnce);
                assertChainsWhole(installation.gridloom().rest());
                acknowledged += writers.stream().mapToInt(Writer::acknowledged).sum();
                repeated += writers.stream().mapToInt(Writer::repeated).sum();
            }
        } finally {
            LOG.info(
                    "Kill test on {}: {} rounds, {} writes acknowledged at once, {} repeated, {} s, seed {}",
                    kind,
                    rounds,
                    acknowledged,
                    repeated,
                    (System.nanoTime() - begun) / 1_000_000_000,
                    seed);
        }
    }

    private static void found(Rest rest) {
        Territory territory = new Territory(rest);
        territory
                .importCsv(
                        "code,parent,level,name,validFrom\n"
                                + "210102,,district,和平区,2021-01-01\n"
                                + STREET + ",210102,street,长白街道,2021-01-01\n",
                        false)
                .ok();
    }

    /** Each writer fills a community of its own. */
    private static List<Writer> writers(Rest rest, int round) {
        Territory territory = new Territory(rest);
        return IntStream.range(0, WRITERS)
                .mapToObj(number -> "%s%03d".formatted(STREET, 1 + round * WRITERS + number))
                .map(code -> {
                    territory.create(STREET, code, "社区 " + code);
                    return new Writer(rest, code);
                })
                .toList();
    }

    private static void awaitService(Rest rest) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> new Territory(rest).get(STREET).status() == 200);
    }

    /** What is committed is sealed soon, and what is sealed is whole. */
    static void assertChainsWhole(Rest rest) {
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
            for (JsonNode chain : rest.get("/api/audit/verify").ok().json()) {
                assertThat(chain.get("whole").asBoolean()).as(chain.toString()).isTrue();
                assertThat(chain.get("unsealed").asLong()).as(chain.toString()).isZero();
            }
        });
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
