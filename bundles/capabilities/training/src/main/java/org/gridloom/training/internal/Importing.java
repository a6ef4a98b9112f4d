package org.gridloom.training.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gridloom.platform.sheet.ImportProgress;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.sheet.SheetRow;
import org.gridloom.platform.sheet.SheetRows;
import org.gridloom.platform.sheet.Tried;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Tx;
import org.gridloom.training.internal.DefaultCatalogue.Outcome;

/**
 * Brings rows in, all or nothing: each is read, looked at, and once none is at fault written.
 *
 * @param <D> what a row says
 */
final class Importing<D> {

    private final Desk desk;
    private final Function<SheetRow, D> reader;
    private final Function<D, String> key;
    private final Check<D> check;
    private final Put<D> put;
    private final String keyColumn;

    /** Refuses what is wrong with a draft besides its form; it may refer to others of its list. */
    @FunctionalInterface
    interface Check<D> {
        void check(Tx tx, D draft, Collection<D> list);
    }

    /** A draft with where it stands. */
    private record Entry<D>(SheetRow row, D draft) {}

    /** Makes the record what the draft says, or finds out what that would do. */
    @FunctionalInterface
    interface Put<D> {
        Outcome put(Tx tx, D draft, boolean write);
    }

    Importing(
            Desk desk,
            Function<SheetRow, D> reader,
            String keyColumn,
            Function<D, String> key,
            Check<D> check,
            Put<D> put) {
        this.desk = desk;
        this.reader = reader;
        this.keyColumn = keyColumn;
        this.key = key;
        this.check = check;
        this.put = put;
    }

    ImportReport load(SheetRows rows, boolean dryRun, Progress progress) {
        ImportProgress watched = new ImportProgress(progress);
        return dryRun
                ? desk.transactions().read(tx -> load(tx, rows, true, watched))
                : desk.transactions().call(tx -> load(tx, rows, false, watched));
    }

    private ImportReport load(Tx tx, SheetRows rows, boolean dryRun, ImportProgress watched) {
        Map<String, Entry<D>> entries = new LinkedHashMap<>();
        rows.each(row -> read(row, entries));
        List<D> drafts = entries.values().stream().map(Entry::draft).toList();
        entries.values().forEach(entry -> tried(entry.row(), () -> check.check(tx, entry.draft(), drafts)));
        int[] outcomes = new int[Outcome.values().length];
        if (rows.faults() == 0) {
            int done = 0;
            for (D draft : drafts) {
                outcomes[put.put(tx, draft, !dryRun).ordinal()]++;
                watched.at(++done, drafts.size());
            }
        }
        return rows.report(
                dryRun,
                outcomes[Outcome.CREATED.ordinal()],
                outcomes[Outcome.UPDATED.ordinal()],
                outcomes[Outcome.UNCHANGED.ordinal()]);
    }

    private void read(SheetRow row, Map<String, Entry<D>> entries) {
        D draft = reader.apply(row);
        tried(row, () -> desk.valid(draft));
        if (!row.isFaulty() && entries.putIfAbsent(key.apply(draft), new Entry<>(row, draft)) != null) {
            row.fault(keyColumn, Text.of("表中有两行相同", "It is in the list twice"));
        }
    }

    private void tried(SheetRow row, Runnable work) {
        Tried.on(
                row,
                () -> {
                    work.run();
                    return row;
                },
                keyColumn,
                Map.of());
    }
}
