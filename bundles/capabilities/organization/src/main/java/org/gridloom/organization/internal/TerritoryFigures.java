package org.gridloom.organization.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridloom.organization.TerritoryPermissions;
import org.gridloom.organization.UnitKind;
import org.gridloom.organization.UnitLevel;
import org.gridloom.organization.internal.store.UnitCounts;
import org.gridloom.organization.internal.store.UnitStore.LevelCount;
import org.gridloom.platform.figure.Figure;
import org.gridloom.platform.figure.FigureComparison;
import org.gridloom.platform.figure.FigureDefinition;
import org.gridloom.platform.figure.FigureProvider;
import org.gridloom.platform.figure.FigureQuery;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Transactions;
import org.gridloom.platform.tx.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Counts units by level and kind, and the basic grids by their own name. */
@Component
public final class TerritoryFigures implements FigureProvider {

    private static final String GRIDS = "organization.grids";
    private static final String GRID = "grid";
    private static final String BASIC = "basic";

    private final Transactions transactions;
    private final CodeLayouts layouts;

    @Activate
    public TerritoryFigures(
            @Reference(target = "(osgi.unit.name=org.gridloom.organization)") Transactions transactions,
            @Reference CodeLayouts layouts) {
        this.transactions = transactions;
        this.layouts = layouts;
    }

    /** What is counted: a level, or one of its kinds. */
    private record Counted(FigureDefinition definition, String level, String kind) {

        boolean counts(LevelCount count) {
            return count.level().equals(level) && (kind == null || kind.equals(count.kind()));
        }

        String filter() {
            return "&level=" + level + (kind == null ? "" : "&kind=" + kind);
        }
    }

    private Map<String, Counted> counted() {
        Map<String, Counted> counted = new LinkedHashMap<>();
        for (UnitLevel level : layouts.current().levels()) {
            put(counted, "organization.units." + level.code(), level.name(), level.code(), null);
            for (UnitKind kind : level.kinds()) {
                put(counted, code(level, kind), kind.name(), level.code(), kind.code());
            }
        }
        if (layouts.current().level(GRID).isPresent()) {
            counted.putIfAbsent(GRIDS, of(GRIDS, Text.of("基础网格", "Basic grids"), GRID, null));
        }
        return counted;
    }

    private static String code(UnitLevel level, UnitKind kind) {
        return level.code().equals(GRID) && kind.code().equals(BASIC)
                ? GRIDS
                : "organization.units." + level.code() + "." + kind.code();
    }

    private static void put(Map<String, Counted> counted, String code, Text name, String level, String kind) {
        counted.put(code, of(code, name, level, kind));
    }

    private static Counted of(String code, Text name, String level, String kind) {
        Text definition = Text.of(
                "截至该日,本单元及其下仍存续的「%s」数",
                "Units of this kind at or below the unit that exist on the date (%2$s)", name.zh(), name.en());
        return new Counted(
                new FigureDefinition(code, name, definition, Text.of("个", "units"), TerritoryPermissions.UNIT_READ),
                level,
                kind);
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public List<FigureDefinition> definitions() {
        return counted().values().stream().map(Counted::definition).toList();
    }

    @Override
    public List<Figure> figures(FigureQuery query) {
        return transactions.read(tx -> figures(query, tx));
    }

    @Override
    public List<Figure> compare(FigureComparison comparison) {
        return transactions.read(tx -> comparison.subunits().byUnit().keySet().stream()
                .flatMap(unit -> figures(comparison.of(unit), tx).stream())
                .toList());
    }

    private List<Figure> figures(FigureQuery query, Tx tx) {
        Map<String, Counted> all = counted();
        List<LevelCount> counts = UnitCounts.of(tx, query.scope(), query.asOf());
        List<Figure> figures = new ArrayList<>();
        for (String code : query.codes()) {
            Counted counted = all.get(code);
            long value = counts.stream()
                    .filter(counted::counts)
                    .mapToLong(LevelCount::count)
                    .sum();
            String drillDown = "organization/units?under=" + query.unit() + counted.filter() + "&asOf=" + query.asOf();
            figures.add(new Figure(code, query.unit(), value, query.asOf(), null, drillDown));
        }
        return figures;
    }
}
