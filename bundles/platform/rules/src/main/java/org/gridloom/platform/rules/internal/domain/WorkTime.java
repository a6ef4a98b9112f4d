package org.gridloom.platform.rules.internal.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import org.gridloom.platform.calendar.WorkDuration;
import org.gridloom.platform.calendar.WorkDuration.Unit;

/** Counts time on a calendar, as {@link Unit} defines it. */
public record WorkTime(Predicate<LocalDate> isWorkDay, WorkHours hours, ZoneId zone) {

    private record Shift(Instant from, Instant to) {}

    public Instant add(Instant from, WorkDuration duration) {
        if (duration.amount() == 0) {
            return from;
        }
        LocalDate day = dayOf(from);
        return switch (duration.unit()) {
            case NATURAL_DAYS -> start(day.plusDays(duration.amount() + 1L));
            case WORK_DAYS -> close(workDay(day, duration.amount()));
            case WORK_HOURS -> addHours(from, Duration.ofHours(duration.amount()));
        };
    }

    public long between(Instant from, Instant to, Unit unit) {
        if (!to.isAfter(from)) {
            return 0;
        }
        return switch (unit) {
            case NATURAL_DAYS -> Math.max(0, ChronoUnit.DAYS.between(dayOf(from), dayOf(to)) - 1);
            case WORK_DAYS -> workDays(dayOf(from), to);
            case WORK_HOURS -> workTime(from, to).toHours();
        };
    }

    public Instant afterPause(Instant due, Instant from, Instant to, Unit unit) {
        if (!due.isAfter(from)) {
            return due;
        }
        LocalDate stopped = dayOf(from);
        LocalDate resumed = dayOf(to);
        return switch (unit) {
            case NATURAL_DAYS ->
                due.atZone(zone)
                        .plusDays(ChronoUnit.DAYS.between(stopped, resumed))
                        .toInstant();
            case WORK_DAYS -> {
                int left = Math.toIntExact(workDays(stopped, due));
                // What was due at the close of the day on which it stopped is due at the close of a work day again.
                yield resumed.equals(stopped)
                        ? due
                        : close(left == 0 ? workDay(resumed.minusDays(1), 1) : workDay(resumed, left));
            }
            case WORK_HOURS -> addHours(to, workTime(from, due));
        };
    }

    public LocalDate reach(LocalDate day, WorkDuration duration) {
        if (duration.amount() == 0) {
            return day;
        }
        return dayOf(add(start(day), duration).minusNanos(1));
    }

    private LocalDate workDay(LocalDate after, int number) {
        LocalDate day = after;
        for (int left = number; left > 0; ) {
            day = day.plusDays(1);
            if (isWorkDay.test(day)) {
                left--;
            }
        }
        return day;
    }

    private Instant addHours(Instant from, Duration amount) {
        Duration left = amount;
        for (LocalDate day = dayOf(from); ; day = day.plusDays(1)) {
            for (Shift shift : shifts(day)) {
                Instant begin = later(from, shift.from());
                if (begin.isBefore(shift.to())) {
                    Duration length = Duration.between(begin, shift.to());
                    if (left.compareTo(length) <= 0) {
                        return begin.plus(left);
                    }
                    left = left.minus(length);
                }
            }
        }
    }

    private long workDays(LocalDate after, Instant to) {
        LocalDate last = dayOf(to);
        return after.plusDays(1)
                .datesUntil(last.isAfter(after) ? last.plusDays(1) : after.plusDays(1))
                .filter(day -> isWorkDay.test(day) && !close(day).isAfter(to))
                .count();
    }

    private Duration workTime(Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        LocalDate last = dayOf(to);
        for (LocalDate day = dayOf(from); !day.isAfter(last); day = day.plusDays(1)) {
            for (Shift shift : shifts(day)) {
                Instant begin = later(from, shift.from());
                Instant end = shift.to().isBefore(to) ? shift.to() : to;
                if (begin.isBefore(end)) {
                    sum = sum.plus(Duration.between(begin, end));
                }
            }
        }
        return sum;
    }

    private List<Shift> shifts(LocalDate day) {
        if (!isWorkDay.test(day)) {
            return List.of();
        }
        return hours.on(day.getDayOfWeek()).stream()
                .map(span -> new Shift(
                        day.atTime(span.from()).atZone(zone).toInstant(),
                        day.atTime(span.to()).atZone(zone).toInstant()))
                .toList();
    }

    private Instant close(LocalDate day) {
        List<Shift> shifts = shifts(day);
        return shifts.get(shifts.size() - 1).to();
    }

    private LocalDate dayOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
