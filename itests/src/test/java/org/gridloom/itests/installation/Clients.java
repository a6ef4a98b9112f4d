package org.gridloom.itests.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.gridloom.itests.harness.Rest.Answer;

/** Clients that ask on and on, each its own question, and know how long each answer took and which were none. */
final class Clients implements AutoCloseable {

    /** As people's browsers leave a server some air; more of it where nothing is measured. */
    private static final long PAUSE_MILLIS = Integer.getInteger("gridloom.load.pause", 20);

    private static final int MOST = 16;
    private static final int WARM = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    /** So many are told, to look into the server's log at that time. */
    private static final int LONGEST = 5;

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(MOST);
    private final List<Taken> taken = Collections.synchronizedList(new ArrayList<>());
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());

    /** How long one request took. */
    private record Taken(Instant end, long millis, String question) {

        @Override
        public String toString() {
            return "%s until %s: %d ms".formatted(question, end, millis);
        }
    }

    /** @param allowed statuses that are an answer */
    Clients ask(int clients, Supplier<Answer> question, Integer... allowed) {
        List<Integer> fine = Arrays.asList(allowed);
        for (int client = 0; client < clients; client++) {
            threads.scheduleWithFixedDelay(() -> once(question, fine), 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
        return this;
    }

    /** Lets them ask until nothing is done for the first time any more; how long that took does not count. */
    Clients warm() {
        return warm(() -> true);
    }

    /** As {@link #warm()}, where those who ask know better when that is. */
    Clients warm(Callable<Boolean> isWarm) {
        await().atMost(PATIENCE).until(() -> taken.size() > WARM && isWarm.call());
        taken.clear();
        return this;
    }

    private void once(Supplier<Answer> question, List<Integer> fine) {
        long begin = System.nanoTime();
        String asked = "";
        try {
            Answer answer = question.get();
            asked = answer.toString().split(" →", 2)[0];
            boolean isFine =
                    fine.contains(answer.status()) && (answer.status() != 503 || answer.header("Retry-After") != null);
            if (!isFine) {
                failures.add(answer.toString());
            }
        } catch (RuntimeException e) {
            failures.add(e.toString());
        }
        taken.add(new Taken(Instant.now(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin), asked));
    }

    void assertNoneFailed() {
        assertThat(failures).isEmpty();
    }

    /** The longest is at most so much longer than what a share of them was faster than. */
    void assertLongestWithin(Duration extra, double share) {
        List<Taken> sorted = sorted();
        long usual = sorted.get((int) (sorted.size() * share)).millis();
        assertThat(sorted.get(sorted.size() - 1).millis())
                .as("%s; usually %d ms", sorted.get(sorted.size() - 1), usual)
                .isLessThanOrEqualTo(usual + extra.toMillis());
    }

    private List<Taken> sorted() {
        List<Taken> sorted = new ArrayList<>(taken);
        sorted.sort(Comparator.comparingLong(Taken::millis));
        return sorted;
    }

    /** For the protocol. */
    String figures() {
        List<Taken> sorted = sorted();
        int size = sorted.size();
        return "%d requests, %d failed, median %d ms, p99 %d ms, longest %s"
                .formatted(
                        size,
                        failures.size(),
                        sorted.get(size / 2).millis(),
                        sorted.get((int) (size * 0.99)).millis(),
                        sorted.subList(Math.max(0, size - LONGEST), size));
    }

    /** Waits for the answers that are under way. */
    void stop() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(30, TimeUnit.SECONDS)) {
                throw new AssertionError("A client still waits for its answer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
    }
}
