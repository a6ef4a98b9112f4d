package org.gridloom.platform.sheets.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.gridloom.platform.files.Storage;
import org.gridloom.platform.files.TemporaryFiles;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.sheet.Sheet;
import org.gridloom.platform.sheet.SheetDefinition;
import org.gridloom.platform.sheet.SheetFormat;
import org.gridloom.platform.sheet.SheetQuery;
import org.gridloom.platform.sheet.Sheets;
import org.gridloom.platform.sheets.internal.table.FileRefused;
import org.gridloom.platform.sheets.internal.table.Limits;
import org.gridloom.platform.sheets.internal.table.RawTable;
import org.gridloom.platform.sheets.internal.table.SpooledFile;
import org.gridloom.platform.sheets.internal.table.TableWriter;
import org.gridloom.platform.sheets.internal.table.Template;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/** Reads and writes lists as they are declared. */
@Component(
        service = {Sheets.class, DefaultSheets.class},
        configurationPid = SheetSettings.PID)
@Designate(ocd = SheetSettings.class)
public final class DefaultSheets implements Sheets {

    private volatile Limits limits;
    private final Access access;
    private final Mappings mappings;
    private final Transactions transactions;
    private final TemporaryFiles files;
    private final Clock clock;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Storage storage;

    @Activate
    public DefaultSheets(
            SheetSettings settings,
            @Reference Access access,
            @Reference Mappings mappings,
            @Reference(target = "(osgi.unit.name=platform)") Transactions transactions,
            @Reference TemporaryFiles files,
            @Reference Clock clock) {
        this(access, mappings, transactions, files, clock, limits(settings));
    }

    @Modified
    void change(SheetSettings settings) {
        limits = limits(settings);
    }

    private static Limits limits(SheetSettings settings) {
        return new Limits(
                (long) settings.fileMb() << 20,
                (long) settings.inflatedMb() << 20,
                settings.ratio(),
                settings.rows(),
                settings.columns(),
                settings.cellCharacters());
    }

    private DefaultSheets(
            Access access,
            Mappings mappings,
            Transactions transactions,
            TemporaryFiles files,
            Clock clock,
            Limits limits) {
        this.access = access;
        this.mappings = mappings;
        this.transactions = transactions;
        this.files = files;
        this.clock = clock;
        this.limits = limits;
    }

    /** With limits that are no setting. */
    public static DefaultSheets limited(
            Access access,
            Mappings mappings,
            Transactions transactions,
            TemporaryFiles files,
            Clock clock,
            Limits limits) {
        return new DefaultSheets(access, mappings, transactions, files, clock, limits);
    }

    @Override
    public ImportReport load(Sheet sheet, InputStream in, boolean dryRun, Progress progress) throws IOException {
        try (CheckedFile file = run(sheet, in, dryRun, progress, null)) {
            return file.report();
        }
    }

    /** Only finds out, every single fault; the caller closes it. */
    public CheckedFile check(Sheet sheet, InputStream in, Progress progress) throws IOException {
        FaultLog log = new FaultLog(files.create("faults"));
        try {
            return run(sheet, in, true, progress, log);
        } catch (IOException | RuntimeException failed) {
            log.close();
            throw failed;
        }
    }

    /** As {@link #load}, with what the headers were taken for; the caller closes it. */
    public CheckedFile run(Sheet sheet, InputStream in, boolean dryRun, Progress progress) throws IOException {
        return run(sheet, in, dryRun, progress, null);
    }

    private CheckedFile run(Sheet sheet, InputStream in, boolean dryRun, Progress progress, FaultLog log)
            throws IOException {
        SheetDefinition list = sheet.definition();
        requireImported(access, list);
        Limits allowed = limits;
        Storage disk = storage;
        if (disk != null) {
            disk.require(0);
        }
        RawTable table;
        try {
            table = SpooledFile.open(in, files.create("sheet"), allowed);
        } catch (FileRefused refused) {
            return new CheckedFile(null, null, log, refusal(dryRun, refused));
        }
        try {
            Layout layout = Layout.of(list, mappings.of(list.name()), table);
            ReadRows rows = new ReadRows(list, table, layout, allowed.rows(), log);
            ImportReport report =
                    rows.checkHeaders() ? sheet.load(rows, dryRun, progress) : rows.report(dryRun, 0, 0, 0);
            return new CheckedFile(table, layout, log, report);
        } catch (FileRefused refused) {
            table.close();
            return new CheckedFile(null, null, log, refusal(dryRun, refused));
        } catch (UncheckedIOException unreadable) {
            table.close();
            throw unreadable.getCause();
        } catch (IOException | RuntimeException failed) {
            table.close();
            throw failed;
        }
    }

    private static ImportReport refusal(boolean dryRun, FileRefused refused) {
        return new ImportReport(dryRun, 0, 0, 0, 0, List.of(violation(refused)));
    }

    static Violation violation(FileRefused refused) {
        return Violation.of(ReadRows.FILE, refused.row(), refused.text());
    }

    @Override
    public void template(Sheet sheet, SheetFormat format, Locale language, OutputStream out) throws IOException {
        SheetDefinition list = sheet.definition();
        requireImported(access, list);
        if (format == SheetFormat.XLSX) {
            Template.write(list, language, out);
            return;
        }
        try (TableWriter writer = TableWriter.of(format, list.title().in(language), out)) {
            writer.header(1, headers(list, language));
        }
    }

    private static Object[] headers(SheetDefinition list, Locale language) {
        return list.columns().stream()
                .map(column -> column.header().in(language))
                .toArray();
    }

    @Override
    public int export(Sheet sheet, SheetQuery query, SheetFormat format, Locale language, OutputStream out)
            throws IOException {
        SheetDefinition list = sheet.definition();
        requireExported(list, query);
        sheet.exporting(query);
        try (TableWriter writer = TableWriter.of(format, list.title().in(language), out)) {
            Output output = new Output(list, writer, language, clock.getZone());
            return transactions.snapshot(tx -> {
                sheet.export(query, output);
                return output.finish();
            });
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    static void requireImported(Access access, SheetDefinition list) {
        if (list.importing() == null) {
            throw Problem.notFound(Text.of("此表不提供导入", "This list is not imported"));
        }
        access.require(list.importing());
    }

    private void requireExported(SheetDefinition list, SheetQuery query) {
        if (list.exporting() == null) {
            throw Problem.notFound(Text.of("此表不提供导出", "This list is not exported"));
        }
        if (!list.exporting().equals(RequiresPermission.SIGNED_IN)) {
            access.require(list.exporting());
        }
        List<Violation> unknown = query.filters().keySet().stream()
                .filter(filter -> !list.filters().contains(filter))
                .map(filter -> Violation.of(
                        filter,
                        Text.of("没有此查询参数;可用:%s", "No such filter; there are: %s", String.join(", ", list.filters()))))
                .toList();
        if (!unknown.isEmpty()) {
            throw Problem.invalid(unknown);
        }
    }
}
