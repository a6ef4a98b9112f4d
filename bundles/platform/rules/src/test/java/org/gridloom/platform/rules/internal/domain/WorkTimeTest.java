package org.gridloom.platform.rules.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.gridloom.platform.calendar.WorkDuration;
import org.gridloom.platform.calendar.WorkDuration.Unit;
import org.junit.jupiter.api.Test;

class WorkTimeTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate DAY = LocalDate.of(2026, 9, 30);
    private static final String USUAL = "08:30-11:30,13:00-17:00";
    private static final int CALENDARS = 150;

    @Test
    void aWorkDayBeforeTheNationalHolidayEndsAfterIt() {
        Set<LocalDate> off = new HashSet<>();
        DAY.plusDays(1).datesUntil(LocalDate.of(2026, 10, 8)).forEach(off::add);
        WorkTime time = new WorkTime(
                day -> CalendarYear.isWeekday(day) && !off.contains(day),
                WorkHours.parse(Collections.nCopies(7, USUAL)),
                ZONE);
        Instant afternoon = at("2026-09-30T16:00");

        assertThat(time.add(afternoon, new WorkDuration(1, Unit.WORK_DAYS))).isEqualTo(at("2026-10-08T17:00"));
        assertThat(time.add(afternoon, new WorkDuration(1, Unit.WORK_HOURS))).isEqualTo(at("2026-09-30T17:00"));
        assertThat(time.add(afternoon, new WorkDuration(4, Unit.WORK_HOURS))).isEqualTo(at("2026-10-08T11:30"));
        assertThat(time.add(afternoon, new WorkDuration(1, Unit.NATURAL_DAYS))).isEqualTo(at("2026-10-02T00:00"));
        assertThat(time.reach(DAY, new WorkDuration(1, Unit.NATURAL_DAYS))).isEqualTo("2026-10-01");
        assertThat(time.reach(DAY, new WorkDuration(1, Unit.WORK_DAYS))).isEqualTo("2026-10-08");
    }

    @Test
    void addingAgreesWithCountingMinuteByMinute() {
        for (int seed = 0; seed < CALENDARS; seed++) {
            Random random = new Random(seed);
            WorkTime time = any(random);
            Instant from = instant(random);
            int hours = 1 + random.nextInt(30);
            int days = 1 + random.nextInt(8);

            assertThat(time.add(from, new WorkDuration(hours, Unit.WORK_HOURS)))
                    .as("%d hours, seed %d", hours, seed)
                    .isEqualTo(countedHours(time, from, hours));
            assertThat(time.add(from, new WorkDuration(days, Unit.WORK_DAYS)))
                    .as("%d days, seed %d", days, seed)
                    .isEqualTo(countedDays(time, from, days));
        }
    }

    @Test
    void neverFallsAsStartOrAmountGrows() {
        for (int seed = 0; seed < CALENDARS; seed++) {
            Random random = new Random(seed);
            WorkTime time = any(random);
            Instant one = instant(random);
            Instant later = one.plus(random.nextInt(5_000), ChronoUnit.MINUTES);
            int amount = random.nextInt(40);
            for (Unit unit : Unit.values()) {
                WorkDuration duration = new WorkDuration(amount, unit);
                assertThat(time.add(later, duration))
                        .as("%s, seed %d", duration, seed)
                        .isAfterOrEqualTo(time.add(one, duration));
                assertThat(time.add(one, new WorkDuration(amount + 1, unit)))
                        .as("one more than %s, seed %d", duration, seed)
                        .isAfterOrEqualTo(time.add(one, duration));
            }
        }
    }

    @Test
    void betweenIsTheInverse() {
        for (int seed = 0; seed < CALENDARS; seed++) {
            Random random = new Random(seed);
            WorkTime time = any(random);
            Instant from = instant(random);
            for (Unit unit : Unit.values()) {
                WorkDuration duration = new WorkDuration(random.nextInt(40), unit);
                Instant end = time.add(from, duration);
                assertThat(time.between(from, end, unit))
                        .as("%s, seed %d", duration, seed)
                        .isEqualTo(duration.amount());
                if (duration.amount() > 0) {
                    assertThat(time.between(from, end.minusNanos(1), unit))
                            .as("just before %s, seed %d", duration, seed)
                            .isEqualTo(duration.amount() - 1L);
                }
            }
        }
    }

    private static Instant countedHours(WorkTime time, Instant from, int hours) {
        int left = hours * 60;
        Instant minute = from;
        while (left > 0) {
            if (isWorked(time, minute)) {
                left--;
            }
            minute = minute.plus(1, ChronoUnit.MINUTES);
        }
        return minute;
    }

    private static Instant countedDays(WorkTime time, Instant from, int days) {
        Instant minute =
                from.atZone(ZONE).toLocalDate().plusDays(1).atStartOfDay(ZONE).toInstant();
        Set<LocalDate> worked = new HashSet<>();
        Instant end = null;
        while (true) {
            LocalDate day = minute.atZone(ZONE).toLocalDate();
            if (isWorked(time, minute)) {
                if (!worked.contains(day) && worked.size() == days) {
                    return end;
                }
                worked.add(day);
                end = minute.plus(1, ChronoUnit.MINUTES);
            }
            minute = minute.plus(1, ChronoUnit.MINUTES);
        }
    }

    private static boolean isWorked(WorkTime time, Instant minute) {
        ZonedDateTime local = minute.atZone(ZONE);
        LocalTime clock = local.toLocalTime();
        return time.isWorkDay().test(local.toLocalDate())
                && time.hours().on(local.getDayOfWeek()).stream()
                        .anyMatch(span -> !clock.isBefore(span.from()) && clock.isBefore(span.to()));
    }

    private static WorkTime any(Random random) {
        Set<LocalDate> swapped = new HashSet<>();
        for (int i = 0; i < 120; i++) {
            swapped.add(DAY.minusDays(30).plusDays(random.nextInt(200)));
        }
        List<String> week = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            int morning = 7 + random.nextInt(3);
            week.add(
                    random.nextBoolean()
                            ? "%02d:%02d-12:00,13:30-%02d:15"
                                    .formatted(morning, random.nextInt(60), 15 + random.nextInt(5))
                            : "%02d:00-%02d:45".formatted(morning, 14 + random.nextInt(5)));
        }
        return new WorkTime(day -> CalendarYear.isWeekday(day) != swapped.contains(day), WorkHours.parse(week), ZONE);
    }

    private static Instant instant(Random random) {
        return DAY.atStartOfDay(ZONE).toInstant().plus(random.nextInt(60 * 24 * 20), ChronoUnit.MINUTES);
    }

    private static Instant at(String local) {
        return java.time.LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }
}
