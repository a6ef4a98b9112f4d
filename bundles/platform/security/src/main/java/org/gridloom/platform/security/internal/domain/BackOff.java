package org.gridloom.platform.security.internal.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * Makes guessing slow: after a number of failures each further one blocks for twice as long as the one before, up to a
 * limit. A quiet spell forgets the failures, so nobody is locked out for ever.
 *
 * @param allowed failures without consequence
 * @param first how long the first failure beyond them blocks
 * @param longest no block is longer
 * @param memory failures are forgotten after this long without one
 */
public record BackOff(int allowed, Duration first, Duration longest, Duration memory) {

    private static final int DOUBLINGS = 20;

    /** Where the failures stand after one more. */
    public Failures after(Failures former, Instant now) {
        boolean forgotten = former.last().plus(memory).isBefore(now);
        int count = forgotten ? 1 : former.count() + 1;
        return new Failures(count, now, count < allowed ? null : now.plus(delay(count)));
    }

    private Duration delay(int count) {
        Duration delay = first.multipliedBy(1L << Math.min(count - allowed, DOUBLINGS));
        return delay.compareTo(longest) < 0 ? delay : longest;
    }

    /**
     * Failures of one kind so far.
     *
     * @param blockedUntil null while nothing is blocked
     */
    public record Failures(int count, Instant last, Instant blockedUntil) {

        public static final Failures NONE = new Failures(0, Instant.EPOCH, null);

        public boolean blocks(Instant now) {
            return blockedUntil != null && now.isBefore(blockedUntil);
        }
    }
}
