package org.gridloom.platform.count;

import java.time.LocalDate;
import java.util.Objects;
import org.gridloom.platform.unit.UnitScope;

/**
 * Asks for a count.
 *
 * @param counter what is counted
 * @param scope codes under which the records were written
 * @param from only changes from this day on, for what happened in a period; null for what stands on {@code asOf}
 * @param asOf only changes up to this day
 */
public record CountQuery(String counter, UnitScope scope, LocalDate from, LocalDate asOf) {

    public CountQuery {
        Objects.requireNonNull(counter, "counter");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(asOf, "asOf");
    }

    /** How many stand on the day. */
    public static CountQuery standing(String counter, UnitScope scope, LocalDate asOf) {
        return new CountQuery(counter, scope, null, asOf);
    }

    /** How many came about in the period, both days included. */
    public static CountQuery between(String counter, UnitScope scope, LocalDate from, LocalDate to) {
        return new CountQuery(counter, scope, Objects.requireNonNull(from, "from"), to);
    }
}
