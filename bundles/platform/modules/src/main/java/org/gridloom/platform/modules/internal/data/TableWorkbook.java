package org.gridloom.platform.modules.internal.data;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes tables as they are into one workbook, row by row. */
final class TableWorkbook {

    private static final int MOST_ROWS = 1_048_575;
    private static final int KEPT_ROWS = 500;
    private static final int LONGEST_NAME = 27;
    private static final int LONGEST_CELL = 32_767;

    private final Connection connection;

    TableWorkbook(Connection connection) {
        this.connection = connection;
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** The stream stays open. */
    void write(OrphanedModule module, OutputStream out) throws IOException, SQLException {
        Workbook book = new Workbook(new Unclosed(out), "Gridloom", "1.0");
        int number = 0;
        for (OrphanedModule.OrphanedTable table : module.tables()) {
            number++;
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(KEPT_ROWS);
                try (ResultSet rows = statement.executeQuery("select * from " + quoted(table.name()))) {
                    write(book, number + " " + table.name(), rows);
                }
            }
        }
        if (number == 0) {
            book.newWorksheet(module.module());
        }
        book.finish();
    }

    private static void write(Workbook book, String title, ResultSet rows) throws IOException, SQLException {
        int part = 0;
        boolean more = rows.next();
        do {
            part++;
            Worksheet sheet = book.newWorksheet(
                    title.substring(0, Math.min(title.length(), LONGEST_NAME)) + (part == 1 ? "" : " (" + part + ")"));
            more = write(sheet, rows, more);
            sheet.finish();
        } while (more);
    }

    /** @return whether there are more rows than a sheet takes */
    private static boolean write(Worksheet sheet, ResultSet rows, boolean any) throws IOException, SQLException {
        ResultSetMetaData meta = rows.getMetaData();
        int columns = meta.getColumnCount();
        for (int column = 0; column < columns; column++) {
            sheet.inlineString(0, column, meta.getColumnLabel(column + 1));
        }
        boolean more = any;
        for (int row = 1; more && row <= MOST_ROWS; row++) {
            for (int column = 0; column < columns; column++) {
                put(sheet, row, column, rows.getObject(column + 1));
            }
            if (row % KEPT_ROWS == 0) {
                sheet.flush();
            }
            more = rows.next();
        }
        return more;
    }

    private static void put(Worksheet sheet, int row, int column, Object value) {
        if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else if (value instanceof Boolean truth) {
            sheet.value(row, column, truth);
        } else if (value instanceof byte[] bytes) {
            text(sheet, row, column, HexFormat.of().formatHex(bytes));
        } else if (value != null) {
            text(sheet, row, column, value.toString());
        }
    }

    private static void text(Worksheet sheet, int row, int column, String text) {
        if (!text.isEmpty()) {
            sheet.inlineString(row, column, text.substring(0, Math.min(text.length(), LONGEST_CELL)));
        }
    }

    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
