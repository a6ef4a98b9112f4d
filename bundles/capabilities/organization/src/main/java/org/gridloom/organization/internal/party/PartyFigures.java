package org.gridloom.organization.internal.party;

import static org.gridloom.organization.PartyPermissions.PARTY_READ;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridloom.organization.PartyLevel;
import org.gridloom.organization.internal.Desk;
import org.gridloom.organization.internal.domain.Family;
import org.gridloom.organization.internal.store.OrganizationCounts;
import org.gridloom.organization.internal.store.VocabularyStore;
import org.gridloom.platform.figure.Figure;
import org.gridloom.platform.figure.FigureComparison;
import org.gridloom.platform.figure.FigureDefinition;
import org.gridloom.platform.figure.FigureProvider;
import org.gridloom.platform.figure.FigureQuery;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Party organisations by level, as they are counted. */
@Component
public final class PartyFigures implements FigureProvider {

    /** Levels that are there from the start have figures of well-known names. */
    private static final Map<String, String> WELL_KNOWN = Map.of(
            "street", "organization.streets",
            "community", "organization.communities",
            "branch", "organization.branches",
            "building-group", "organization.buildingGroups",
            "host-household", "organization.hostHouseholds");

    private final Desk desk;

    @Activate
    public PartyFigures(@Reference Desk desk) {
        this.desk = desk;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public List<FigureDefinition> definitions() {
        return levels().entrySet().stream()
                .map(entry -> definition(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Map<String, PartyLevel> levels() {
        Map<String, PartyLevel> levels = new LinkedHashMap<>();
        desk.transactions()
                .read(tx -> new VocabularyStore(tx.em()).levels())
                .forEach(level ->
                        levels.put(WELL_KNOWN.getOrDefault(level.code(), "organization.party." + level.code()), level));
        return levels;
    }

    private static FigureDefinition definition(String code, PartyLevel level) {
        return new FigureDefinition(
                code,
                level.name(),
                Text.of(
                        "截至该日,设在本单元及其下的%s数",
                        "Party organisations of the level %2$s that are seated in the unit or below on the date",
                        level.name().zh(),
                        level.code()),
                Text.of("个", "organisations"),
                PARTY_READ);
    }

    @Override
    public List<Figure> figures(FigureQuery query) {
        Map<String, PartyLevel> levels = levels();
        return desk.transactions().read(tx -> figures(query, levels, tx));
    }

    @Override
    public List<Figure> compare(FigureComparison comparison) {
        Map<String, PartyLevel> levels = levels();
        return desk.transactions()
                .read(tx -> comparison.subunits().byUnit().keySet().stream()
                        .flatMap(unit -> figures(comparison.of(unit), levels, tx).stream())
                        .toList());
    }

    private static List<Figure> figures(FigureQuery query, Map<String, PartyLevel> levels, Tx tx) {
        Map<String, Long> counts = OrganizationCounts.byLevel(tx, Family.PARTY, query.scope(), query.asOf());
        List<Figure> figures = new ArrayList<>();
        for (String code : query.codes()) {
            String level = levels.get(code).code();
            String drillDown = "organization/party-organizations?unit=" + query.unit() + "&level=" + level + "&asOf="
                    + query.asOf();
            figures.add(new Figure(code, query.unit(), counts.getOrDefault(level, 0L), query.asOf(), null, drillDown));
        }
        return figures;
    }
}
