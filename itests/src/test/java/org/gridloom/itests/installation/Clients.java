package org.gridloom.itests.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.gridloom.itests.harness.Rest.Answer;

/** Clients that ask on and on, each its own question, and know how long each answer took and which were none. */
final class Clients implements AutoCloseable {

    /** As people's browsers leave a server some air. */
    private static final long PAUSE_MILLIS = 20;

    private static final int MOST = 16;

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(MOST);
    private final List<Long> millis = Collections.synchronizedList(new ArrayList<>());
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());

    /** @param allowed statuses that are an answer */
    Clients ask(int clients, Supplier<Answer> question, Integer... allowed) {
        List<Integer> fine = Arrays.asList(allowed);
        for (int client = 0; client < clients; client++) {
            threads.scheduleWithFixedDelay(() -> once(question, fine), 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
        return this;
    }

    private void once(Supplier<Answer> question, List<Integer> fine) {
        long begin = System.nanoTime();
        try {
            Answer answer = question.get();
            boolean isFine =
                    fine.contains(answer.status()) && (answer.status() != 503 || answer.header("Retry-After") != null);
            if (!isFine) {
                failures.add(answer.toString());
            }
        } catch (RuntimeException e) {
            failures.add(e.toString());
        }
        millis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
    }

    void assertNoneFailed() {
        assertThat(failures).isEmpty();
    }

    /** For the protocol. */
    String figures() {
        List<Long> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        long p99 = sorted.get((int) (sorted.size() * 0.99));
        return "%d requests, %d failed, median %d ms, p99 %d ms, longest %d ms"
                .formatted(
                        sorted.size(),
                        failures.size(),
                        sorted.get(sorted.size() / 2),
                        p99,
                        sorted.get(sorted.size() - 1));
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
