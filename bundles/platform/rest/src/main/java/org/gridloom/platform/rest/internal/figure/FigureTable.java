package org.gridloom.platform.rest.internal.figure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gridloom.platform.figure.FigureDefinition;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.unit.UnitRef;

/**
 * Figures of a unit's subunits side by side.
 *
 * @param unit the unit above them, on the date
 * @param from first day of the period asked for, if any
 * @param figures what is compared
 * @param items the subunits, by code
 * @param failed figures that could not be computed just now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FigureTable(
        UnitRef unit,
        LocalDate asOf,
        LocalDate from,
        List<ComparedFigure> figures,
        List<ComparedUnit> items,
        List<FigureList.Failed> failed) {

    /**
     * A figure that is compared.
     *
     * @param unit what one counts in
     */
    public record ComparedFigure(String code, Text name, Text unit, Text definition) {

        static ComparedFigure of(FigureDefinition definition) {
            return new ComparedFigure(definition.code(), definition.name(), definition.unit(), definition.definition());
        }
    }

    /**
     * A subunit.
     *
     * @param values by the figures' codes
     */
    public record ComparedUnit(String code, String name, String level, Map<String, Number> values) {}
}
