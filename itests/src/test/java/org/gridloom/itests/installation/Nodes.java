package org.gridloom.itests.installation;

import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.gridloom.itests.harness.Rest;

/** Nodes of one district, any of which may be away; one after the other is asked. */
record Nodes(List<Rest> rests, AtomicInteger next) {

    static final Duration PATIENCE = Duration.ofMinutes(3);

    Nodes(List<Rest> rests) {
        this(rests, new AtomicInteger());
    }

    /** Sends it again under its key, to one node after the other, until it is acknowledged. */
    Rest.Answer post(String path, Map<String, String> headers, Map<String, ?> body, int expected) {
        String key = UUID.randomUUID().toString();
        AtomicReference<Rest.Answer> answer = new AtomicReference<>();
        persistently(() -> {
            Rest rest = rests.get(Math.floorMod(next.getAndIncrement(), rests.size()))
                    .with("Idempotency-Key", key);
            for (Map.Entry<String, String> header : headers.entrySet()) {
                rest = rest.with(header.getKey(), header.getValue());
            }
            answer.set(rest.post(path, body));
            return answer.get().status() == expected;
        });
        return answer.get();
    }

    /** Tries until it is so; a lost connection does not count. */
    static void persistently(Callable<Boolean> attempt) {
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .ignoreException(UncheckedIOException.class)
                .until(attempt);
    }
}
