package org.gridloom.platform.job;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;

/** When a recurring job runs. The next time is reckoned when a run is done. */
public sealed interface Recurrence {

    /** Shorter intervals are no work for jobs. */
    Duration SHORTEST = Duration.ofSeconds(10);

    /** The first time after an instant, by the district's zone. */
    Instant next(Instant after, ZoneId zone);

    /** Each day at this time of the district. */
    static Recurrence daily(LocalTime at) {
        return new Daily(at);
    }

    /**
     * So long after each run.
     *
     * @param interval at least {@link #SHORTEST}
     */
    static Recurrence every(Duration interval) {
        return new Every(interval);
    }

    /**
     * Each day.
     *
     * @param at time of the district
     */
    record Daily(LocalTime at) implements Recurrence {

        public Daily {
            Objects.requireNonNull(at, "at");
        }

        @Override
        public Instant next(Instant after, ZoneId zone) {
            ZonedDateTime day = after.atZone(zone);
            ZonedDateTime next = day.with(at);
            return (next.isAfter(day) ? next : day.plusDays(1).with(at)).toInstant();
        }
    }

    /**
     * Again and again.
     *
     * @param interval from the end of a run to the next
     */
    record Every(Duration interval) implements Recurrence {

        public Every {
            if (interval.compareTo(SHORTEST) < 0) {
                throw new IllegalArgumentException("interval must be at least " + SHORTEST);
            }
        }

        @Override
        public Instant next(Instant after, ZoneId zone) {
            return after.plus(interval);
        }
    }
}
