package org.gridloom.organization;

import java.time.LocalDate;

/**
 * A time in which nothing changed of a unit's code, name and record.
 *
 * @param from first day
 * @param to first day of the next period, or after the unit's end; null while it lasts
 * @param code code in that time
 * @param name name in that time
 * @param households as recorded in that time; may be null
 * @param residents as recorded in that time; may be null
 * @param extent as recorded in that time; may be null
 * @param note as recorded in that time; may be null
 * @param document number of the document on which rests what was recorded anew with the first day; null if none was cited
 */
public record UnitPeriod(
        LocalDate from,
        LocalDate to,
        String code,
        String name,
        Integer households,
        Integer residents,
        String extent,
        String note,
        String document) {}
