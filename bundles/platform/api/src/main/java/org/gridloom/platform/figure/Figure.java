package org.gridloom.platform.figure;

import java.time.LocalDate;

/**
 * A figure of one unit.
 *
 * @param code which figure, see {@link FigureDefinition}
 * @param unit code of the territory unit it is of
 * @param value computed from records
 * @param asOf the date it holds for; for a figure over a period its last day
 * @param from first day of the period; null for a figure on a date
 * @param drillDown path of the list of exactly the records counted, below {@code /api/}; its total equals the value
 */
public record Figure(String code, String unit, Number value, LocalDate asOf, LocalDate from, String drillDown) {}
