package org.gridloom.sdk.testkit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.sheet.Sheet;
import org.gridloom.platform.sheet.SheetFormat;
import org.gridloom.platform.sheet.SheetQuery;
import org.gridloom.platform.sheet.Sheets;
import org.gridloom.platform.sheets.internal.DefaultSheets;
import org.gridloom.platform.sheets.internal.StoredMappings;
import org.gridloom.platform.sheets.internal.table.Limits;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.testkit.TestFiles;

/** Lists in and out as the platform does it, on a test's database. */
public final class TestSheets {

    private final Sheets sheets;

    public TestSheets(TestDatabase database) {
        sheets = DefaultSheets.limited(
                database.access(),
                new StoredMappings(database.platform(), database.access()),
                database.platform(),
                TestFiles.temporary(),
                database.clock(),
                Limits.USUAL);
    }

    /** The platform's own, for bundles that import files by themselves. */
    public Sheets sheets() {
        return sheets;
    }

    /** Imports a table written as CSV. */
    public ImportReport load(Sheet sheet, String csv, boolean dryRun) throws IOException {
        return sheets.load(
                sheet, new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), dryRun, Progress.NONE);
    }

    /** Exports the list as CSV, with Chinese headers. */
    public String export(Sheet sheet, Map<String, String> filters) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        sheets.export(sheet, new SheetQuery(filters, null), SheetFormat.CSV, Locale.SIMPLIFIED_CHINESE, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
