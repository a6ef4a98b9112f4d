package ${package};

import java.time.LocalDate;

/**
 * Which entries are wanted; null asks for no restriction.
 *
 * @param unit code of a unit of territory: of it and of all below it
 * @param text part of the title, or beginning of the code
 * @param from first day
 * @param to last day
 */
public record EntryFilter(String unit, String text, LocalDate from, LocalDate to) {}
