package org.gridloom.platform.testkit;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.gridloom.platform.calendar.WorkCalendar;
import org.gridloom.platform.calendar.WorkDuration;

/**
 * Monday to Friday until five in the afternoon, without holidays, for tests that reckon in days: what asks for hours, and
 * {@link #between}, is refused.
 */
public final class WeekdayCalendar implements WorkCalendar {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int CLOSE = 17;

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
        if (duration.amount() == 0) {
            return from;
        }
        LocalDate day = day(from);
        return switch (duration.unit()) {
            case WORK_DAYS -> close(reach(day, duration));
            case NATURAL_DAYS ->
                day.plusDays(duration.amount() + 1L).atStartOfDay(ZONE).toInstant();
            case WORK_HOURS -> throw hours();
        };
    }

    @Override
    public long between(Instant from, Instant to, WorkDuration.Unit unit) {
        throw hours();
    }

    @Override
    public Instant afterPause(Instant due, Instant from, Instant to, WorkDuration.Unit unit) {
        long days = ChronoUnit.DAYS.between(day(from), day(to));
        if (!due.isAfter(from) || days == 0) {
            return due;
        }
        return switch (unit) {
            case WORK_DAYS -> {
                int left = (int) day(from)
                        .plusDays(1)
                        .datesUntil(day(due).plusDays(1))
                        .filter(this::isWorkDay)
                        .count();
                yield close(reach(left == 0 ? day(to).minusDays(1) : day(to), workDays(Math.max(left, 1))));
            }
            case NATURAL_DAYS -> due.atZone(ZONE).plusDays(days).toInstant();
            case WORK_HOURS -> throw hours();
        };
    }

    @Override
    public LocalDate reach(LocalDate day, WorkDuration duration) {
        if (duration.unit() == WorkDuration.Unit.NATURAL_DAYS) {
            return day.plusDays(duration.amount());
        }
        LocalDate reached = day;
        for (int left = duration.amount(); left > 0; ) {
            reached = reached.plusDays(1);
            left -= isWorkDay(reached) ? 1 : 0;
        }
        return reached;
    }

    private static WorkDuration workDays(int amount) {
        return new WorkDuration(amount, WorkDuration.Unit.WORK_DAYS);
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    private static Instant close(LocalDate day) {
        return day.atTime(CLOSE, 0).atZone(ZONE).toInstant();
    }

    private static UnsupportedOperationException hours() {
        return new UnsupportedOperationException("This calendar of tests knows no hours");
    }
}
