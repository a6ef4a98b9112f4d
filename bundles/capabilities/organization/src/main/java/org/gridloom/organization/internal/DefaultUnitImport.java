package org.gridloom.organization.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.gridloom.organization.TerritoryPermissions;
import org.gridloom.organization.UnitFilter;
import org.gridloom.organization.UnitImport;
import org.gridloom.organization.Units;
import org.gridloom.organization.internal.store.ImportRow;
import org.gridloom.organization.internal.store.SuccessionStore;
import org.gridloom.organization.internal.store.UnitImportStore;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.sheet.Sheet;
import org.gridloom.platform.sheet.SheetDefinition;
import org.gridloom.platform.sheet.SheetOutput;
import org.gridloom.platform.sheet.SheetPages;
import org.gridloom.platform.sheet.SheetQuery;
import org.gridloom.platform.sheet.SheetRow;
import org.gridloom.platform.sheet.SheetRows;
import org.gridloom.platform.sheet.Sheets;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Transactions;
import org.gridloom.platform.tx.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Imports units in three passes: each row is read and, if well-formed, laid down in the database; each laid down is
 * compared with the district; only if nothing is wrong, units are made of them. At no time more than a batch is in
 * memory.
 */
@Component
public final class DefaultUnitImport implements UnitImport, Sheet {

    private static final int BATCH = 500;
    private final Transactions transactions;
    private final TerritoryReader reader;
    private final Access access;
    private final Units units;
    private final Sheets sheets;

    @Activate
    public DefaultUnitImport(
            @Reference(target = "(osgi.unit.name=org.gridloom.organization)") Transactions transactions,
            @Reference TerritoryReader reader,
            @Reference Access access,
            @Reference Units units,
            @Reference Sheets sheets) {
        this.transactions = transactions;
        this.reader = reader;
        this.access = access;
        this.units = units;
        this.sheets = sheets;
    }

    @Override
    public ImportReport importCsv(InputStream table, boolean dryRun, Progress progress) throws IOException {
        return sheets.load(this, table, dryRun, progress);
    }

    @Override
    public SheetDefinition definition() {
        return new UnitSheet(reader.layout()).definition();
    }

    @Override
    public ImportReport load(SheetRows rows, boolean dryRun, Progress progress) {
        access.require(TerritoryPermissions.UNIT_EDIT);
        boolean everywhere = isEverywhere();
        return transactions.call(tx -> {
            if (!dryRun) {
                new SuccessionStore(tx).lock();
            }
            return new Run(tx, everywhere, rows, progress).of(dryRun);
        });
    }

    @Override
    public void export(SheetQuery query, SheetOutput out) {
        UnitFilter filter = new UnitFilter(
                query.text("under"),
                query.text("parent"),
                query.text("level"),
                query.text("kind"),
                query.text("q"),
                query.date("asOf"));
        SheetPages.each(
                query,
                Units.SORTABLE,
                page -> units.list(filter, page),
                unit -> out.row(
                        unit.code(),
                        unit.parent(),
                        unit.level(),
                        unit.name(),
                        unit.kind(),
                        unit.validFrom(),
                        unit.households(),
                        unit.residents(),
                        unit.extent(),
                        unit.note()));
    }

    /** Asked before the transaction, which a refusal within would end. */
    private boolean isEverywhere() {
        try {
            access.requireEverywhere(TerritoryPermissions.UNIT_EDIT);
            return true;
        } catch (Problem refused) {
            return false;
        }
    }

    private final class Run {

        private final Tx tx;
        private final Progress progress;
        private final Territory territory;
        private final UnitImportStore store;
        private final SheetRows rows;
        private final ImportComparison comparison;
        private int laidDown;
        private int lastRow;
        private String highest = "";

        Run(Tx tx, boolean everywhere, SheetRows rows, Progress progress) {
            this.tx = tx;
            this.rows = rows;
            this.progress = progress;
            territory = reader.in(tx);
            store = new UnitImportStore(tx.connection());
            comparison = new ImportComparison(
                    territory, store, rows, reader.today(), access.scope(TerritoryPermissions.UNIT_EDIT), everywhere);
        }

        ImportReport of(boolean dryRun) {
            read();
            compare();
            if (rows.faults() == 0 && !dryRun) {
                write();
            }
            store.clear();
            return rows.report(dryRun, created(), comparison.changed(), comparison.unchanged());
        }

        private void read() {
            UnitSheet sheet = new UnitSheet(territory.layout());
            List<ImportRow> batch = new ArrayList<>();
            rows.each(row -> read(sheet, row, batch));
            layDown(batch);
        }

        private void read(UnitSheet sheet, SheetRow row, List<ImportRow> batch) {
            sheet.read(row).ifPresent(batch::add);
            if (batch.size() == BATCH) {
                layDown(batch);
                batch.clear();
                watch(rows.read(), -1);
            }
        }

        private int created() {
            return laidDown - comparison.changed() - comparison.unchanged();
        }

        private void layDown(List<ImportRow> batch) {
            // No code after the highest so far can be there yet: a table in the order of its codes is never looked up.
            String seen = highest;
            Set<String> known = new HashSet<>(store.byCode(batch.stream()
                            .map(ImportRow::code)
                            .filter(code -> code.compareTo(seen) <= 0)
                            .toList())
                    .keySet());
            List<ImportRow> fresh = new ArrayList<>();
            for (ImportRow row : batch) {
                if (known.add(row.code())) {
                    fresh.add(row);
                    lastRow = row.row();
                    highest = highest.compareTo(row.code()) < 0 ? row.code() : highest;
                } else {
                    rows.fault(
                            row.row(), "code", Text.of("编码 %s 在文件中重复", "The code %s is in the file twice", row.code()));
                }
            }
            store.add(fresh);
            laidDown += fresh.size();
        }

        private void compare() {
            // Where codes never changed, the database itself sees which rows are plainly new.
            boolean unchanging = territory.succession().steps().isEmpty();
            for (int after = 0; after < lastRow; after += BATCH) {
                int last = after + BATCH;
                List<ImportRow> batch =
                        unchanging ? store.notPlainlyNew(after, last, reader.today()) : store.between(after, last);
                if (!batch.isEmpty()) {
                    comparison.decide(batch);
                    tx.em().clear();
                }
                watch(Math.min(last, lastRow), lastRow);
            }
        }

        private void write() {
            store.createUnits(reader.today());
            ImportWriting writing = new ImportWriting(tx, territory, reader.today());
            each(UnitImportStore.Outcome.CREATE, some -> {
                store.index(some);
                writing.created(some);
            });
            each(UnitImportStore.Outcome.CHANGE, writing::change);
            writing.record(created(), comparison.changed(), rows.sha256());
        }

        private void each(UnitImportStore.Outcome outcome, Consumer<List<ImportRow>> work) {
            int done = 0;
            for (int after = 0; after < lastRow; after += BATCH) {
                List<ImportRow> batch = store.between(after, after + BATCH, outcome);
                if (!batch.isEmpty()) {
                    work.accept(batch);
                    done += batch.size();
                    watch(done, created() + comparison.changed());
                }
            }
        }

        private void watch(int done, int total) {
            if (!progress.at(done, total)) {
                throw Problem.conflict(Text.of("导入已取消,未写入任何内容", "The import was cancelled; nothing was written"));
            }
        }
    }
}
