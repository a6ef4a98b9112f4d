package org.gridloom.platform.rest.internal.figure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.gridloom.platform.figure.FigureDefinition;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.unit.UnitRef;

/**
 * Figures of a unit.
 *
 * @param unit the unit, on the date
 * @param from first day of the period asked for, if any
 * @param failed figures that could not be computed just now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FigureList(UnitRef unit, LocalDate asOf, LocalDate from, List<FigureItem> items, List<Failed> failed) {

    /** A figure that could not be computed. */
    public record Failed(String code, Text name) {

        static Failed of(FigureDefinition definition) {
            return new Failed(definition.code(), definition.name());
        }
    }
}
