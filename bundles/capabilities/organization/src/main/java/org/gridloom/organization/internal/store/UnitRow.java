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

    /** The same after one more change of its own record. */
    public UnitRow touched() {
        return new UnitRow(code, level, kind, validFrom, validTo, version + 1, details);
    }

    /** The same with another record. */
    public UnitRow with(UnitDetails newDetails) {
        return new UnitRow(code, level, kind, validFrom, validTo, version, newDetails);
    }
}
