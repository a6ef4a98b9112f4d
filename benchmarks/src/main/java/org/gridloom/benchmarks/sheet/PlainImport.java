package org.gridloom.benchmarks.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gridloom.platform.sheets.internal.table.Limits;
import org.gridloom.platform.sheets.internal.table.RawTable;
import org.gridloom.platform.sheets.internal.table.SpooledFile;

/**
 * The floor of an import from a workbook: the cells read by the same reader, and inserted as they are by JDBC batches in
 * one transaction. It knows the columns beforehand and checks nothing.
 */
public final class PlainImport {

    private static final int BATCH = 1000;
    private static final int LOW_INCOME = 8;

    private PlainImport() {}

    /** @param draft an empty file for the reader */
    public static void run(InputStream workbook, Path draft, Connection connection) throws IOException, SQLException {
        try (RawTable table = SpooledFile.open(workbook, draft, Limits.USUAL)) {
            List<Object[]> batch = new ArrayList<>();
            table.each((number, cells) -> {
                if (number > 1) {
                    batch.add(values(cells));
                }
                if (batch.size() == BATCH) {
                    Households.insert(connection, batch);
                }
                return true;
            });
            Households.insert(connection, batch);
        }
        connection.commit();
    }

    private static Object[] values(String... cells) {
        return new Object[] {
            cells[0],
            cells[1],
            cells[2],
            cells[3],
            cells[4],
            cells[5],
            Integer.valueOf(cells[6]),
            Date.valueOf(LocalDate.parse(cells[7])),
            cells[LOW_INCOME].equals("是")
        };
    }
}
