package org.gridloom.platform.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import org.gridloom.platform.problem.Problem;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Reads and writes lists for code: packs, commands, endpoints of a capability's own. A file is an xlsx workbook (its first
 * visible sheet) or CSV in UTF-8 or GB18030; which, its first bytes tell. Titles above the headers, headers of two rows,
 * running numbers and a signature below are understood. The caller's remembered mapping of headers applies.
 *
 * <p>Streams are read or written once and not closed.
 */
@ProviderType
public interface Sheets {

    /**
     * Imports a file, all or nothing.
     *
     * @param dryRun only find out what would happen
     * @throws IOException if {@code in} cannot be read
     * @throws Problem {@link Problem.Kind#FORBIDDEN} without the list's permission; {@link Problem.Kind#CONFLICT} if
     *     {@code progress} cancels it
     */
    ImportReport load(Sheet sheet, InputStream in, boolean dryRun, Progress progress) throws IOException;

    /** Writes an empty list with its headers, notes and drop-downs, and an example on a second sheet. */
    void template(Sheet sheet, SheetFormat format, Locale language, OutputStream out) throws IOException;

    /**
     * Writes the records that match.
     *
     * @return how many
     * @throws Problem {@link Problem.Kind#FORBIDDEN} without the list's permission, {@link Problem.Kind#INVALID} for a
     *     filter that the list does not have
     */
    int export(Sheet sheet, SheetQuery query, SheetFormat format, Locale language, OutputStream out) throws IOException;
}
