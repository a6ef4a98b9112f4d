package org.gridloom.platform.rest.internal.figure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.gridloom.platform.figure.Figure;
import org.gridloom.platform.figure.FigureDefinition;
import org.gridloom.platform.text.Text;

/**
 * A figure with all that it takes to understand it.
 *
 * @param unit what one counts in
 * @param scope code of the territory unit it is of
 * @param from first day of the period; absent for a figure on a date
 * @param drillDown address of the list of the records counted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FigureItem(
        String code,
        Text name,
        Number value,
        Text unit,
        String scope,
        LocalDate asOf,
        LocalDate from,
        Text definition,
        String drillDown) {

    private static final String API = "/api/";

    static FigureItem of(FigureDefinition definition, Figure figure) {
        String path = figure.drillDown();
        return new FigureItem(
                definition.code(),
                definition.name(),
                figure.value(),
                definition.unit(),
                figure.unit(),
                figure.asOf(),
                figure.from(),
                definition.definition(),
                path == null || path.startsWith(API) ? path : API + path.replaceFirst("^/", ""));
    }
}
