package org.gridloom.platform.jobs.internal.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** When a job that failed is tried again: as events are. */
public final class BackOff {

    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10));

    /** Whoever failed more often than so is not tried any more, a recurring job not before its next time. */
    public static final int MOST = WAITS.size();

    private BackOff() {}

    /**
     * Null where it is not tried any more.
     *
     * @param attempts how often it failed, from 1
     */
    static Instant next(int attempts, Instant now) {
        return attempts > MOST ? null : now.plus(WAITS.get(attempts - 1));
    }
}
