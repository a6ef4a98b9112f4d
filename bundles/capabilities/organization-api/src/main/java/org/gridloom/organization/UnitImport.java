package org.gridloom.organization;

import java.io.IOException;
import java.io.InputStream;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Imports units from a table of comma-separated values, all or nothing, in one transaction and with flat memory. Needs
 * {@link TerritoryPermissions#UNIT_EDIT} in the parent of each row; a district itself needs it everywhere.
 *
 * <p>UTF-8 with or without byte order mark, or GB18030. The first row holds the headers, Chinese or English, in any
 * order: {@code code}/编码, {@code parent}/上级编码, {@code level}/层级, {@code name}/名称 and, where wanted,
 * {@code kind}/类别, {@code validFrom}/起始日期, {@code households}/户数, {@code residents}/人口数, {@code extent}/范围,
 * {@code note}/备注. Rows may come in any order. A row that the district holds already with the same name counts as
 * unchanged, or as updated where the table records something else of it.
 */
@ProviderType
public interface UnitImport {

    /** More rows than this are refused. */
    int MAX_ROWS = 1_000_000;

    /**
     * Imports the table.
     *
     * @param csv read once, not closed
     * @param dryRun only find out what would happen
     * @throws IOException if the table cannot be read
     * @throws Problem {@link Problem.Kind#CONFLICT} if {@code progress} cancels it: nothing is written then
     */
    ImportReport importCsv(InputStream csv, boolean dryRun, Progress progress) throws IOException;
}
