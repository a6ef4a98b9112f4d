package org.gridloom.organization.internal.store;

import java.time.LocalDate;

/**
 * A stored unit.
 *
 * @param code the code that it was created under
 * @param details as recorded on the date that was asked for
 */
public record UnitRow(
        String code,
        String level,
        String kind,
        LocalDate validFrom,
        LocalDate validTo,
        long version,
        UnitDetails details) {

    public boolean validOn(LocalDate date) {
        return !date.isBefore(validFrom) && (validTo == null || date.isBefore(validTo));
    }

    /** A new unit, not yet stored. */
    public static UnitRow created(String code, String level, String kind, LocalDate from, UnitDetails details) {
        return new UnitRow(code, level, kind, from, null, 1, details);
    }
}
