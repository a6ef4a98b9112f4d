package org.gridloom.platform.sheets.internal.table;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.BitSet;
import org.dhatim.fastexcel.Worksheet;

/** Writes one sheet of a workbook. */
final class WorkbookWriter implements TableWriter {

    private static final int KEPT_ROWS = 500;
    private static final String FAULT = "FFC7CE";

    private final org.dhatim.fastexcel.Workbook book;
    private final Worksheet sheet;
    private int written;

    WorkbookWriter(String title, OutputStream out) {
        book = book(out);
        sheet = book.newWorksheet(sheetName(title));
    }

    /** A workbook whose end does not close the stream. */
    static org.dhatim.fastexcel.Workbook book(OutputStream out) {
        return new org.dhatim.fastexcel.Workbook(
                new FilterOutputStream(out) {
                    @Override
                    public void write(byte[] bytes, int offset, int length) throws IOException {
                        out.write(bytes, offset, length);
                    }

                    @Override
                    public void close() throws IOException {
                        flush();
                    }
                },
                "Gridloom",
                "1.0");
    }

    static String sheetName(String title) {
        String plain = title.replaceAll("[\\\\/*?:\\[\\]]", " ");
        return plain.substring(0, Math.min(plain.length(), 31));
    }

    @Override
    public void header(int number, Object... cells) throws IOException {
        row(number, cells, NONE);
        sheet.range(number - 1, 0, number - 1, Math.max(0, cells.length - 1))
                .style()
                .bold()
                .set();
        sheet.freezePane(0, number);
    }

    @Override
    public void row(int number, Object[] cells, BitSet marked) throws IOException {
        int row = number - 1;
        for (int column = 0; column < cells.length; column++) {
            write(row, column, cells[column]);
            if (marked.get(column)) {
                sheet.style(row, column).fillColor(FAULT).set();
            }
        }
        if (++written % KEPT_ROWS == 0) {
            sheet.flush();
        }
    }

    private void write(int row, int column, Object cell) {
        if (cell instanceof LocalDate date) {
            sheet.value(row, column, date);
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (cell instanceof Number number) {
            sheet.value(row, column, number);
        } else if (cell != null && !cell.toString().isEmpty()) {
            sheet.inlineString(row, column, cell.toString());
        }
    }

    @Override
    public void close() throws IOException {
        book.finish();
    }
}
