package com.example.snow.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridloom.platform.sheet.ImportProgress;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.sheet.SheetRow;
import org.gridloom.platform.sheet.SheetRows;
import org.gridloom.platform.sheet.Tried;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Tx;

/** Brings a list in: looks at every row first, and writes only if all are well. */
final class Importing {

    /** What a row does. */
    @FunctionalInterface
    interface Work {
        Outcome put(Tx tx, SheetRow row, boolean write);
    }

    private final Desk desk;
    private final String key;
    private final Work work;

    /** @param key column that tells the records apart */
    Importing(Desk desk, String key, Work work) {
        this.desk = desk;
        this.key = key;
        this.work = work;
    }

    ImportReport load(SheetRows rows, boolean dryRun, Progress watcher) {
        return desk.transactions().call(tx -> {
            List<SheetRow> good = new ArrayList<>();
            Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
            Set<String> keys = new HashSet<>();
            rows.each(row -> {
                if (row.text(key) != null && !keys.add(row.text(key))) {
                    row.fault(key, Text.of("此表中重复", "Stands twice in this list"));
                }
                if (!row.isFaulty()) {
                    Outcome outcome = Tried.on(row, () -> work.put(tx, row, false), key, Map.of());
                    if (outcome != null) {
                        outcomes.merge(outcome, 1, Integer::sum);
                        good.add(row);
                    }
                }
            });
            if (rows.faults() == 0 && !dryRun) {
                ImportProgress progress = new ImportProgress(watcher);
                for (int i = 0; i < good.size(); i++) {
                    work.put(tx, good.get(i), true);
                    progress.at(i + 1, good.size());
                }
            }
            return rows.report(
                    dryRun,
                    outcomes.getOrDefault(Outcome.CREATED, 0),
                    outcomes.getOrDefault(Outcome.UPDATED, 0),
                    outcomes.getOrDefault(Outcome.UNCHANGED, 0));
        });
    }
}
