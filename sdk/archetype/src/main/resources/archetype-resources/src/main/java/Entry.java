package ${package};

import java.time.LocalDate;

/**
 * Something that is kept for a unit of territory.
 *
 * @param code the district's own, for good
 * @param unit code of the unit, as it was when this was written
 * @param day day on which it happened
 * @param version for the next change
 */
public record Entry(String code, String title, String unit, LocalDate day, long version) {}
