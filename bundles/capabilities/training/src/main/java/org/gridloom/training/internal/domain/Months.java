package org.gridloom.training.internal.domain;

import java.time.LocalDate;

/** For how long having been trained counts. */
public final class Months {

    private Months() {}

    /** The first day for which so many months later is after the day: what was before it counts on the day no longer. */
    public static LocalDate firstGood(int months, LocalDate on) {
        LocalDate first = on.minusMonths(months);
        while (!first.plusMonths(months).isAfter(on)) {
            first = first.plusDays(1);
        }
        return first;
    }
}
