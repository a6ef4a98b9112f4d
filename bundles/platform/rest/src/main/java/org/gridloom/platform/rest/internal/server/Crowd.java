package org.gridloom.platform.rest.internal.server;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many requests each source has under way. A request whose body never comes holds a thread of the HTTP server until
 * that has waited long enough: nobody may hold them all.
 */
final class Crowd {

    /** A quarter of the HTTP server's threads; as many quick requests at once are more than any office sends. */
    static final int MOST = 100;

    private final Map<String, Integer> present = new ConcurrentHashMap<>();

    /** Whether there is room for one more of this source, who then must leave again. */
    boolean enter(String source) {
        boolean[] entered = new boolean[1];
        present.compute(source, (key, count) -> {
            int before = count == null ? 0 : count;
            entered[0] = before < MOST;
            return entered[0] ? before + 1 : before;
        });
        return entered[0];
    }

    void leave(String source) {
        present.computeIfPresent(source, (key, count) -> count == 1 ? null : count - 1);
    }
}
