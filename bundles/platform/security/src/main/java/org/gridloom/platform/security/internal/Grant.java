package org.gridloom.platform.security.internal;

import java.time.LocalDate;

/**
 * An account holds a role within a unit and everything below it.
 *
 * @param unit code that the unit bore when the role was granted; null for the whole district
 * @param validTo last day; null while open-ended
 */
public record Grant(long id, Role role, String unit, LocalDate validFrom, LocalDate validTo) {

    public boolean isValid(LocalDate day) {
        return !day.isBefore(validFrom) && !hasEnded(day);
    }

    public boolean hasEnded(LocalDate day) {
        return validTo != null && day.isAfter(validTo);
    }
}
