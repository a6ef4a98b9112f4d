package org.gridloom.platform.sheets.internal.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.BitSet;
import org.gridloom.platform.sheet.SheetFormat;

/** Writes a table row by row, keeping none. Words are never written so that they would be computed. */
public interface TableWriter extends AutoCloseable {

    /** Marks no cell. */
    BitSet NONE = new BitSet(0);

    static TableWriter of(SheetFormat format, String title, OutputStream out) throws IOException {
        return format == SheetFormat.XLSX ? new WorkbookWriter(title, out) : new CsvWriter(out);
    }

    /** Writes a row in bold type that stays in sight; the first one if any. */
    void header(int number, Object... cells) throws IOException;

    /**
     * @param number of the row, from 1, higher than the one before; rows between are left empty
     * @param cells strings, numbers, dates, booleans or null
     * @param marked which of them stand out
     */
    void row(int number, Object[] cells, BitSet marked) throws IOException;

    /** Finishes the table; the stream stays open. */
    @Override
    void close() throws IOException;
}
