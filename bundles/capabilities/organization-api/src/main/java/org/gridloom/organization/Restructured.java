package org.gridloom.organization;

import java.time.LocalDate;
import java.util.List;

/**
 * What a change of structure did, or would do.
 *
 * @param dryRun whether nothing was written
 * @param date first day on which it holds
 * @param units the units that came out of it, as of that date; empty after closing
 * @param codes which codes were replaced by which: of the units themselves and, where those below did not simply keep
 *     their suffix, of the units directly below; {@code to} is null after closing
 * @param unitsBelow how many units below were taken along
 */
public record Restructured(
        boolean dryRun, LocalDate date, List<Unit> units, List<UnitSuccession> codes, long unitsBelow) {

    public Restructured {
        units = List.copyOf(units);
        codes = List.copyOf(codes);
    }
}
