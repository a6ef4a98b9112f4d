package org.gridloom.platform.calendar;

import java.time.Instant;
import java.time.LocalDate;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The district's work calendar, in the district's zone. Announced holidays and make-up work days (调休) are data; a year
 * that nobody announced yet counts Monday to Friday. Kept in memory: asking costs no query as a rule. Needs no
 * permission.
 */
@ProviderType
public interface WorkCalendar {

    boolean isWorkDay(LocalDate date);

    /** Whether the year's holidays are known; where not, its days are computed Monday to Friday. */
    boolean isAnnounced(int year);

    /**
     * When the time is over, as {@link WorkDuration.Unit} defines it. The instant itself is in time, what is after it is
     * late. An amount of 0 gives {@code from} itself. Never falls as {@code from} or the amount grows.
     */
    Instant add(Instant from, WorkDuration duration);

    /**
     * The greatest amount that added to {@code from} ends at {@code to} or before, so that {@code between(from,
     * add(from, d), d.unit())} is the amount of {@code d}; 0 where {@code to} is not after {@code from}.
     */
    long between(Instant from, Instant to, WorkDuration.Unit unit);

    /**
     * When something is due after its clock stood still: as much time is left at {@code to} as there was at {@code from}.
     * Days count as {@link WorkDuration.Unit} defines them, so a pause within a day costs none. What was over at
     * {@code from} stays over.
     */
    Instant afterPause(Instant due, Instant from, Instant to, WorkDuration.Unit unit);

    /**
     * The last day to which the time reaches if it begins during the day: by which a date is near.
     */
    LocalDate reach(LocalDate day, WorkDuration duration);

    /** The first day from which the time reaches a day, so that on it the day begins to be near. */
    default LocalDate nearFrom(LocalDate day, WorkDuration duration) {
        LocalDate near = day;
        while (!reach(near.minusDays(1), duration).isBefore(day)) {
            near = near.minusDays(1);
        }
        return near;
    }
}
