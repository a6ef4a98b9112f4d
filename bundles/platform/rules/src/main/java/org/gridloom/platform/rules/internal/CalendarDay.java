package org.gridloom.platform.rules.internal;

import java.time.LocalDate;

/**
 * A day of the calendar.
 *
 * @param date the day
 * @param workDay whether it is worked on
 * @param name of the holiday that it is, or makes up for; null for none
 * @param special whether the calendar names the day; else it follows from Monday to Friday
 */
public record CalendarDay(LocalDate date, boolean workDay, String name, boolean special) {}
