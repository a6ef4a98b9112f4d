package org.gridloom.platform.sheets.internal.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes comma-separated values that spreadsheets take for UTF-8. */
final class CsvWriter implements TableWriter {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Writer writer;
    private final CSVPrinter printer;
    private int next = 1;

    CsvWriter(OutputStream out) throws IOException {
        writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(BYTE_ORDER_MARK);
        printer = new CSVPrinter(writer, CSVFormat.RFC4180);
    }

    @Override
    public void header(int number, Object... cells) throws IOException {
        row(number, cells, NONE);
    }

    @Override
    public void row(int number, Object[] cells, BitSet marked) throws IOException {
        for (; next < number; next++) {
            printer.println();
        }
        printer.printRecord(Arrays.stream(cells).map(CsvWriter::shown).toArray());
        next++;
    }

    private static String shown(Object cell) {
        if (cell instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return cell == null ? "" : Formulas.guarded(cell.toString());
    }

    @Override
    public void close() throws IOException {
        writer.flush();
    }
}
