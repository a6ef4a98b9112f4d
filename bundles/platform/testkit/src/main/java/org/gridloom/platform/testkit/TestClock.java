package org.gridloom.platform.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A clock that stands still until told to move; in the district's zone. */
public final class TestClock extends Clock {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private volatile Instant now =
            LocalDate.of(2026, 3, 2).atTime(9, 0).atZone(ZONE).toInstant();

    /** Sets the clock to nine in the morning of the day. */
    public void set(LocalDate day) {
        now = day.atTime(9, 0).atZone(ZONE).toInstant();
    }

    /** Sets the clock to the instant. */
    public void set(Instant instant) {
        now = instant;
    }

    /** Moves the clock on. */
    public void advance(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
