package org.gridloom.platform.modules.internal.plan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gridloom.platform.modules.internal.contents.BundleContent;
import org.gridloom.platform.modules.internal.contents.Declarations;
import org.gridloom.platform.persistence.ModuleTables;
import org.gridloom.platform.text.Text;
import org.osgi.framework.Bundle;

/** The tables of a module that was uninstalled wait for it: nobody else may change them. */
final class LeftTables implements Check {

    private final ModuleTables tables;

    LeftTables(ModuleTables tables) {
        this.tables = tables;
    }

    @Override
    public List<Objection> objections(Prospect prospect) {
        Set<String> there =
                prospect.staying().stream().map(Bundle::getSymbolicName).collect(Collectors.toSet());
        prospect.arriving().forEach(bundle -> there.add(bundle.name()));
        List<String> gone =
                tables.units().stream().filter(unit -> !there.contains(unit)).toList();
        List<Objection> objections = new ArrayList<>();
        if (!gone.isEmpty()) {
            prospect.arriving().forEach(bundle -> judge(bundle, gone, objections));
        }
        return objections;
    }

    private void judge(BundleContent bundle, List<String> gone, List<Objection> objections) {
        Set<String> changed = changed(bundle);
        for (String unit : gone) {
            Set<String> both = new TreeSet<>();
            tables.of(unit).forEach(table -> both.add(table.toLowerCase(Locale.ROOT)));
            both.retainAll(changed);
            if (!both.isEmpty()) {
                objections.add(Objection.of(
                        "clash-table",
                        Text.of(
                                "%1$s 要改动的数据表 %2$s 是已卸载模块 %3$s 的遗留数据",
                                "The table %2$s of %1$s belongs to %3$s, which was uninstalled and left its data",
                                bundle.name(),
                                String.join(", ", both),
                                unit)));
            }
        }
    }

    private static Set<String> changed(BundleContent bundle) {
        try {
            return Declarations.of(bundle).changed();
        } catch (IOException isToldAmongClashes) {
            return Set.of();
        }
    }
}
