package org.gridloom.organization.internal.coverage;

import static org.gridloom.organization.PartyPermissions.PARTY_READ;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gridloom.platform.figure.Figure;
import org.gridloom.platform.figure.FigureComparison;
import org.gridloom.platform.figure.FigureDefinition;
import org.gridloom.platform.figure.FigureProvider;
import org.gridloom.platform.figure.FigureQuery;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Counts the blind spots of the organisation. */
@Component
public final class CoverageFigures implements FigureProvider {

    private static final FigureDefinition BLIND_SPOTS = new FigureDefinition(
            "organization.blindSpots",
            new Text("组织覆盖盲点", "Blind spots"),
            new Text(
                    "截至该日，本单元及其下无党支部覆盖、无网格长、无专职网格员的网格，以及无负责人、所在单元已撤销的党组织，逐项计数",
                    "Grids without branch, head or full-time worker, and party organisations without a leading post held or"
                            + " whose unit was closed, on the date in the unit or below, each lack counted"),
            new Text("处", "blind spots"),
            PARTY_READ);

    private final CoverageReader reader;

    @Activate
    public CoverageFigures(@Reference CoverageReader reader) {
        this.reader = reader;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public List<FigureDefinition> definitions() {
        return List.of(BLIND_SPOTS);
    }

    @Override
    public List<Figure> figures(FigureQuery query) {
        return List.of(figure(query.unit(), query.asOf(), reader.count(query.unit(), query.scope(), query.asOf())));
    }

    @Override
    public List<Figure> compare(FigureComparison comparison) {
        // What covers the unit above covers its subunits: any of them has all that lies above.
        String one = comparison.subunits().byUnit().keySet().iterator().next();
        Map<String, Long> values = reader.count(one, comparison.scope(), comparison.subunits(), comparison.asOf());
        return values.entrySet().stream()
                .map(unit -> figure(unit.getKey(), comparison.asOf(), unit.getValue()))
                .toList();
    }

    private static Figure figure(String unit, LocalDate asOf, long value) {
        String drillDown = "organization/coverage/gaps?unit=" + unit + "&asOf=" + asOf;
        return new Figure(BLIND_SPOTS.code(), unit, value, asOf, null, drillDown);
    }
}
