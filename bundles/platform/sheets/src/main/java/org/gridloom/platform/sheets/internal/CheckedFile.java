package org.gridloom.platform.sheets.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.SheetFormat;
import org.gridloom.platform.sheets.internal.table.FileRefused;
import org.gridloom.platform.sheets.internal.table.RawTable;
import org.gridloom.platform.sheets.internal.table.TableWriter;
import org.gridloom.platform.text.Text;

/** A file that was looked through, with all that is wrong with it. Gone when closed. */
public final class CheckedFile implements AutoCloseable {

    private static final Text REMARKS = Text.of("校验结果", "Problems");

    private final RawTable table;
    private final Layout layout;
    private final FaultLog log;
    private final ImportReport report;

    /** @param table null where the file is none */
    CheckedFile(RawTable table, Layout layout, FaultLog log, ImportReport report) {
        this.table = table;
        this.layout = layout;
        this.log = log;
        this.report = report;
    }

    public ImportReport report() {
        return report;
    }

    /** All faults, also those that the report does not list; none where only a report was asked for. */
    public int told() {
        return log == null ? 0 : log.count();
    }

    /** The file's headers with the keys of what they mean; empty where none were found. */
    public List<MappedHeader> headers() {
        List<MappedHeader> headers = new ArrayList<>();
        for (int i = 0; layout != null && i < layout.width(); i++) {
            if (!layout.headers().get(i).isEmpty()) {
                headers.add(new MappedHeader(
                        layout.headers().get(i), layout.columns().get(i)));
            }
        }
        return headers;
    }

    public SheetFormat format() {
        requireTable();
        return table.format();
    }

    private void requireTable() {
        if (table == null) {
            throw Problem.invalid(report.violations());
        }
    }

    /** Writes the file's own rows with a further column that says what is wrong with them. */
    public void annotate(Locale language, OutputStream out) throws IOException {
        requireTable();
        log.rewind();
        int place = remarksPlace();
        try (TableWriter writer = TableWriter.of(table.format(), REMARKS.in(language), out)) {
            table.each((number, cells) -> {
                write(writer, number, cells, place, language);
                return true;
            });
        } catch (FileRefused refused) {
            // Where the header was at fault, nothing below it was looked at yet.
            throw Problem.invalid(List.of(DefaultSheets.violation(refused)));
        }
    }

    private int remarksPlace() {
        for (int i = 0; i < layout.width(); i++) {
            if (Layout.REMARKS.contains(Layout.plain(layout.headers().get(i)))) {
                return i;
            }
        }
        return layout.width();
    }

    private void write(TableWriter writer, int number, String[] cells, int place, Locale language) {
        try {
            StringBuilder remarks = new StringBuilder();
            BitSet marked = new BitSet();
            log.upTo(number, (at, message) -> {
                remarks.append(remarks.isEmpty() ? "" : "\n").append(message.in(language));
                if (at >= 0) {
                    marked.set(at);
                }
            });
            Object[] row = new Object[Math.max(cells.length, place + 1)];
            for (int i = 0; i < cells.length; i++) {
                row[i] = cells[i].equals(RawTable.UNCOMPUTED) ? "" : cells[i];
            }
            if (number >= layout.headerRow() || !remarks.isEmpty()) {
                row[place] = remarks.toString();
            }
            if (number == layout.headerRow()) {
                row[place] = REMARKS.in(language) + (remarks.isEmpty() ? "" : "\n" + remarks);
                writer.header(number, row);
            } else {
                writer.row(number, row, marked);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try (RawTable file = table;
                FaultLog faults = log) {
            // Closing them is all.
        }
    }
}
