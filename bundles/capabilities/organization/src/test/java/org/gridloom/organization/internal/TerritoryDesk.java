package org.gridloom.organization.internal;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.Map;
import org.gridloom.organization.NewUnit;
import org.gridloom.organization.Restructured;
import org.gridloom.organization.Unit;
import org.gridloom.organization.UnitClose;
import org.gridloom.organization.UnitFilter;
import org.gridloom.organization.UnitMerge;
import org.gridloom.organization.UnitMove;
import org.gridloom.organization.UnitSplit;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.sheets.internal.DefaultSheets;
import org.gridloom.platform.sheets.internal.StoredMappings;
import org.gridloom.platform.sheets.internal.table.Limits;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.testkit.TestFiles;

/** The territory's services over a test database, and short words for what tests often do. */
final class TerritoryDesk {

    static final LocalDate START = LocalDate.of(2020, 1, 1);
    static final String DISTRICT = "210102";

    final TestDatabase database;
    final CodeLayouts layouts;
    final SuccessionLog log = new SuccessionLog();
    final TerritoryReader reader;
    final DefaultUnits units;
    final DefaultUnitEditing editing;
    final Consequences consequences = new Consequences();
    final DefaultRestructuring restructuring;
    final TerritoryDirectory directory;
    final GeoJsonBoundaryImport boundaryImport;

    TerritoryDesk(TestDatabase database) {
        this(database, settings(Map.of()));
    }

    TerritoryDesk(TestDatabase database, TerritorySettings settings) {
        this.database = database;
        layouts = new CodeLayouts(settings);
        reader = new TerritoryReader(layouts, log, database.access(), database.clock());
        units = new DefaultUnits(database.transactions(), reader, layouts, database.access());
        editing = new DefaultUnitEditing(database.transactions(), reader, database.access(), database.checks());
        restructuring = new DefaultRestructuring(database.transactions(), reader, database.checks(), consequences);
        boundaryImport =
                new GeoJsonBoundaryImport(database.transactions(), reader, database.access(), TestFiles.temporary());
        directory = new TerritoryDirectory(database.transactions(), layouts, log, database.clock());
    }

    DefaultUnitImport unitImport() {
        return new DefaultUnitImport(database.transactions(), reader, database.access(), units, sheets());
    }

    DefaultSheets sheets() {
        return DefaultSheets.limited(
                database.access(),
                new StoredMappings(database.transactions(), database.access()),
                database.transactions(),
                TestFiles.temporary(),
                database.clock(),
                Limits.USUAL);
    }

    /** What is set, by setting, and the defaults. */
    static TerritorySettings settings(Map<String, String[]> set) {
        return (TerritorySettings) Proxy.newProxyInstance(
                TerritorySettings.class.getClassLoader(),
                new Class<?>[] {TerritorySettings.class},
                (Object proxy, Method method, Object[] arguments) ->
                        set.getOrDefault(method.getName(), (String[]) method.getDefaultValue()));
    }

    /** The district with two streets of two communities with two grids each; gives nothing, codes are plain to see. */
    TerritoryDesk withDistrict() {
        create(null, DISTRICT, "和平区");
        for (String street : new String[] {"001", "002"}) {
            create(DISTRICT, DISTRICT + street, "第" + street + "街道");
            for (String community : new String[] {"001", "002"}) {
                create(DISTRICT + street, DISTRICT + street + community, "第" + community + "社区");
                for (String grid : new String[] {"001", "002"}) {
                    create(DISTRICT + street + community, DISTRICT + street + community + grid, grid + "网格");
                }
            }
        }
        return this;
    }

    Unit create(String parent, String code, String name) {
        return create(parent, code, name, START);
    }

    Unit create(String parent, String code, String name, LocalDate from) {
        return editing.create(new NewUnit(parent, code, name, null, from, null, null, null, null, null));
    }

    Restructured move(String code, String parent, LocalDate date) {
        return restructuring.move(code, new UnitMove(parent, null, date, "调整", null), version(code, date), false);
    }

    Restructured merge(String name, LocalDate date, String code, String... with) {
        UnitMerge merge = new UnitMerge(java.util.List.of(with), null, null, name, date, "调整", null);
        return restructuring.merge(code, merge, version(code, date), false);
    }

    Restructured split(String code, LocalDate date, UnitSplit.Part... parts) {
        return restructuring.split(
                code, new UnitSplit(java.util.List.of(parts), date, "调整", null), version(code, date), false);
    }

    Restructured close(String code, LocalDate date, boolean withUnitsBelow) {
        return restructuring.close(code, new UnitClose(date, withUnitsBelow, "调整", null), version(code, date), false);
    }

    long version(String code, LocalDate date) {
        return units.get(code, date).version();
    }

    long count(String under, String level, LocalDate asOf) {
        return units.list(UnitFilter.under(under, asOf).at(level), PageQuery.first())
                .total();
    }
}
