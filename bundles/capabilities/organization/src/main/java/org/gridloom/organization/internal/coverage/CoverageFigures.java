package org.gridloom.organization.internal.coverage;

import static org.gridloom.organization.PartyPermissions.PARTY_READ;

import java.util.List;
import org.gridloom.platform.figure.Figure;
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
                    "截至该日,本单元及其下无党支部覆盖、无网格长、无专职网格员的网格,以及无负责人、所在单元已撤销的党组织,逐项计数",
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
    public List<FigureDefinition> definitions() {
        return List.of(BLIND_SPOTS);
    }

    @Override
    public List<Figure> figures(FigureQuery query) {
        int value =
                reader.read(query.unit(), query.scope(), query.asOf()).gaps().size();
        String drillDown = "organization/coverage/gaps?unit=" + query.unit() + "&asOf=" + query.asOf();
        return List.of(new Figure(BLIND_SPOTS.code(), query.unit(), value, query.asOf(), null, drillDown));
    }
}
