package org.gridloom.platform.sheets.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Locale;
import org.gridloom.platform.sheet.SheetFormat;
import org.gridloom.platform.sheets.internal.table.TableWriter;

/** A workbook as large as a district's register of households. */
final class Register {

    private Register() {}

    static InputStream of(int rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter writer = TableWriter.of(SheetFormat.XLSX, "居民信息", out)) {
            writer.header(1, "姓名", "身份证号", "出生日期", "涉及人数", "联系电话");
            for (int i = 0; i < rows; i++) {
                Object[] cells = {
                    "某" + i,
                    String.format(Locale.ROOT, "2101021990%08d", i),
                    LocalDate.of(1990, 1, 1).plusDays(i % 9_000),
                    i % 9,
                    "1380000" + i
                };
                writer.row(i + 2, cells, TableWriter.NONE);
            }
        }
        return new ByteArrayInputStream(out.toByteArray());
    }
}
