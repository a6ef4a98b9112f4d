package org.gridloom.organization;

import java.io.IOException;
import java.io.InputStream;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Imports units from a table, all or nothing, in one transaction and with flat memory. Needs
 * {@link TerritoryPermissions#UNIT_EDIT} in the parent of each row; a district itself needs it everywhere.
 *
 * <p>An xlsx workbook or comma-separated values, as {@link org.gridloom.platform.sheet.Sheets} reads them; its columns are
 * those of the list {@code organization.units}. Rows may come in any order. A row that the district holds already with the
 * same name counts as unchanged, or as updated where the table records something else of it.
 */
@ProviderType
public interface UnitImport {

    /** More rows than this are refused. */
    int MAX_ROWS = 1_000_000;

    /**
     * Imports the table.
     *
     * @param table read once, not closed
     * @param dryRun only find out what would happen
     * @throws IOException if the table cannot be read
     * @throws Problem {@link Problem.Kind#CONFLICT} if {@code progress} cancels it: nothing is written then
     */
    ImportReport importCsv(InputStream table, boolean dryRun, Progress progress) throws IOException;
}
