package org.gridloom.platform.rules.internal.domain;

import java.time.LocalDate;

/**
 * A day that the calendar names.
 *
 * @param date of the year
 * @param workDay whether it is worked on
 * @param name of the holiday that it is, or makes up for; null for none
 */
public record SpecialDay(LocalDate date, boolean workDay, String name) {}
