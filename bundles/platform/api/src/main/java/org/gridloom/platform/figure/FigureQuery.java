package org.gridloom.platform.figure;

import java.time.LocalDate;
import java.util.Set;
import org.gridloom.platform.unit.UnitScope;

/**
 * Which figures are asked for.
 *
 * @param codes codes of figures of this provider, never empty
 * @param unit code of the territory unit
 * @param scope codes under which the unit's facts were written, as of {@code asOf}
 * @param asOf the date, for figures over a period their last day
 * @param from first day of the period; null where none was asked for: figures over a period then begin on 1 January
 */
public record FigureQuery(Set<String> codes, String unit, UnitScope scope, LocalDate asOf, LocalDate from) {}
