package org.gridloom.organization.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.gridloom.organization.TerritoryPermissions;
import org.gridloom.organization.UnitImport;
import org.gridloom.organization.internal.store.ImportRow;
import org.gridloom.organization.internal.store.SuccessionStore;
import org.gridloom.organization.internal.store.UnitImportStore;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
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
public final class CsvUnitImport implements UnitImport {

    private static final int BATCH = 500;
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

    private final Transactions transactions;
    private final TerritoryReader reader;
    private final Access access;

    @Activate
    public CsvUnitImport(
            @Reference(target = "(osgi.unit.name=org.gridloom.organization)") Transactions transactions,
            @Reference TerritoryReader reader,
            @Reference Access access) {
        this.transactions = transactions;
        this.reader = reader;
        this.access = access;
    }

    @Override
    public ImportReport importCsv(InputStream csv, boolean dryRun, Progress progress) throws IOException {
        access.require(TerritoryPermissions.UNIT_EDIT);
        boolean everywhere = isEverywhere();
        try (SpooledText text = SpooledText.of(csv)) {
            return transactions.call(tx -> {
                if (!dryRun) {
                    new SuccessionStore(tx.em()).lock();
                }
                return new Run(tx, everywhere, progress).of(text, dryRun);
            });
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
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
        private final ImportFaults faults = new ImportFaults();
        private final ImportComparison comparison;
        private int rows;
        private int laidDown;
        private int lastRow;
        private String highest = "";

        Run(Tx tx, boolean everywhere, Progress progress) {
            this.tx = tx;
            this.progress = progress;
            territory = reader.in(tx);
            store = new UnitImportStore(tx.connection());
            comparison = new ImportComparison(
                    territory, store, faults, reader.today(), access.scope(TerritoryPermissions.UNIT_EDIT), everywhere);
        }

        ImportReport of(SpooledText text, boolean dryRun) {
            read(text);
            compare();
            if (faults.count() == 0 && !dryRun) {
                write();
            }
            store.clear();
            boolean accepted = faults.count() == 0;
            return new ImportReport(
                    dryRun,
                    rows,
                    accepted ? created() : 0,
                    accepted ? comparison.changed() : 0,
                    accepted ? comparison.unchanged() : 0,
                    faults.byRow());
        }

        private void read(SpooledText text) {
            try (Reader characters = text.reader().orElse(null)) {
                if (characters == null) {
                    faults.add(
                            1,
                            "file",
                            Text.of("文件既不是 UTF-8 也不是 GB18030 编码的文本", "Is text neither in UTF-8 nor in GB18030"));
                    return;
                }
                try (CSVParser parser = CSVParser.parse(characters, FORMAT)) {
                    readAll(parser.iterator());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void readAll(Iterator<CSVRecord> records) {
            Optional<CSVRecord> header = next(records, 1);
            if (header.isEmpty() || isBlank(header.get())) {
                if (faults.count() == 0) {
                    faults.add(1, "file", Text.of("文件没有表头行", "The file has no row of headers"));
                }
                return;
            }
            UnitSheet sheet = new UnitSheet(territory.layout(), faults, header.get());
            if (!sheet.isReadable()) {
                return;
            }
            List<ImportRow> batch = new ArrayList<>();
            for (Optional<CSVRecord> csv = next(records, 2); csv.isPresent(); csv = next(records, rows + 2)) {
                if (isBlank(csv.get())) {
                    continue;
                }
                if (++rows > MAX_ROWS) {
                    faults.add(
                            rows + 1, "file", Text.of("最多 %d 行,请分批导入", "At most %d rows: import in parts", MAX_ROWS));
                    return;
                }
                sheet.read(csv.get()).ifPresent(batch::add);
                if (batch.size() == BATCH) {
                    layDown(batch);
                    batch.clear();
                    watch(rows, -1);
                }
            }
            layDown(batch);
        }

        private Optional<CSVRecord> next(Iterator<CSVRecord> records, int row) {
            try {
                return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
            } catch (UncheckedIOException | IllegalStateException malformed) {
                faults.add(row, "file", Text.of("该行起引号不成对,无法读取", "Quotation marks do not match from this row on"));
                return Optional.empty();
            }
        }

        private static boolean isBlank(CSVRecord csv) {
            return csv.stream().allMatch(String::isBlank);
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
                    faults.add(
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
            each(UnitImportStore.Outcome.CREATE, rows -> {
                store.index(rows);
                writing.created(rows);
            });
            each(UnitImportStore.Outcome.CHANGE, writing::change);
            writing.record(created(), comparison.changed());
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
