package org.gridloom.organization;

import java.time.LocalDate;
import java.util.List;
import org.gridloom.platform.unit.Consequence;

/**
 * What a change of structure did, or would do.
 *
 * @param dryRun whether nothing was written
 * @param date first day on which it holds
 * @param units the units that came out of it, as of that date; empty after closing
 * @param codes which codes were replaced by which: of the units themselves and, where those below did not simply keep
 *     their suffix, of the units directly below; {@code to} is null after closing
 * @param unitsBelow how many units below were taken along
 * @param consequences what it would mean for records that lie in the units; empty once it is done
 */
public record Restructured(
        boolean dryRun,
        LocalDate date,
        List<Unit> units,
        List<UnitSuccession> codes,
        long unitsBelow,
        List<Consequence> consequences) {

    public Restructured {
        units = List.copyOf(units);
        codes = List.copyOf(codes);
        consequences = List.copyOf(consequences);
    }

    /** The same with what it would mean. */
    public Restructured meaning(List<Consequence> found) {
        return new Restructured(dryRun, date, units, codes, unitsBelow, found);
    }
}
