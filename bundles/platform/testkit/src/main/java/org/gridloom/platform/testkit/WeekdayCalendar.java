package org.gridloom.platform.testkit;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import org.gridloom.platform.calendar.WorkCalendar;
import org.gridloom.platform.calendar.WorkDuration;

/** Monday to Friday without holidays, for tests that reckon in days: {@link #add} and {@link #between} refuse. */
public final class WeekdayCalendar implements WorkCalendar {

    @Override
    public boolean isWorkDay(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
    }

    @Override
    public boolean isAnnounced(int year) {
        return false;
    }

    @Override
    public Instant add(Instant from, WorkDuration duration) {
        throw new UnsupportedOperationException("This calendar of tests knows no hours");
    }

    @Override
    public long between(Instant from, Instant to, WorkDuration.Unit unit) {
        throw new UnsupportedOperationException("This calendar of tests knows no hours");
    }

    @Override
    public LocalDate reach(LocalDate day, WorkDuration duration) {
        LocalDate reached = day;
        for (int left = duration.amount(); left > 0; ) {
            reached = reached.plusDays(1);
            left -= isWorkDay(reached) ? 1 : 0;
        }
        return reached;
    }
}
