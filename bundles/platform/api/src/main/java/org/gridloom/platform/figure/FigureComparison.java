package org.gridloom.platform.figure;

import java.time.LocalDate;
import java.util.Set;
import org.gridloom.platform.unit.UnitScope;
import org.gridloom.platform.unit.UnitScopes;

/**
 * Which figures are asked for of the subunits of a unit, side by side.
 *
 * @param codes codes of figures of this provider, never empty
 * @param unit code of the territory unit whose subunits are compared
 * @param scope codes under which the unit's facts were written, as of {@code asOf}; holds those of all subunits, and what
 *     belongs to the unit itself only
 * @param subunits the units directly below it, never empty
 * @param asOf the date, for figures over a period their last day
 * @param from first day of the period; null where none was asked for: figures over a period then begin on 1 January
 */
public record FigureComparison(
        Set<String> codes, String unit, UnitScope scope, UnitScopes subunits, LocalDate asOf, LocalDate from) {

    /** The same question about one of the subunits alone. */
    public FigureQuery of(String subunit) {
        return new FigureQuery(codes, subunit, subunits.byUnit().get(subunit), asOf, from);
    }
}
