package org.gridloom.platform.rules.internal.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Holidays and make-up work days of a year.
 *
 * @param year of the calendar
 * @param source {@code district}, {@code default} for what is shipped, {@code computed} where nothing is known
 * @param basis number of the document that announces them; null where computed
 * @param days those that differ from Monday to Friday, or have a name, by date
 * @param version for the next change; 0 where the district set nothing
 */
public record CalendarYear(int year, String source, String basis, List<SpecialDay> days, long version) {

    public static final String DISTRICT = "district";
    public static final String DEFAULT = "default";
    public static final String COMPUTED = "computed";

    public CalendarYear {
        days = List.copyOf(days);
    }

    public static CalendarYear computed(int year) {
        return new CalendarYear(year, COMPUTED, null, List.of(), 0);
    }

    public boolean isAnnounced() {
        return !source.equals(COMPUTED);
    }

    public Map<LocalDate, SpecialDay> byDate() {
        return days.stream().collect(Collectors.toMap(SpecialDay::date, day -> day));
    }

    /** Monday to Friday. */
    public static boolean isWeekday(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
    }
}
