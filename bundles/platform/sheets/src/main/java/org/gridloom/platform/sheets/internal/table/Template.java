package org.gridloom.platform.sheets.internal.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Worksheet;
import org.gridloom.platform.sheet.SheetColumn;
import org.gridloom.platform.sheet.SheetColumn.Need;
import org.gridloom.platform.sheet.SheetDefinition;
import org.gridloom.platform.text.Text;

/** The empty list: headers with notes, drop-downs, and an example on a sheet of its own. */
public final class Template {

    private static final Text EXAMPLE = Text.of("示例", "Example");
    private static final Text CHOICES = Text.of("选项", "Choices");
    private static final Text NEEDED = Text.of("必填。", "Needed. ");
    private static final int LAST_ROW = 1_048_575;
    private static final double WIDTH = 18;

    private Template() {}

    public static void write(SheetDefinition list, Locale language, OutputStream out) throws IOException {
        org.dhatim.fastexcel.Workbook book = WorkbookWriter.book(out);
        Worksheet sheet =
                book.newWorksheet(WorkbookWriter.sheetName(list.title().in(language)));
        Worksheet example = book.newWorksheet(EXAMPLE.in(language));
        Worksheet choices = book.newWorksheet(CHOICES.in(language));
        List<SheetColumn> columns = list.columns();
        for (int c = 0; c < columns.size(); c++) {
            SheetColumn column = columns.get(c);
            // Words, so that long numbers keep their digits.
            sheet.style(c).format("@").set();
            header(sheet, c, column, language);
            header(example, c, column, language);
            if (column.example() != null) {
                example.inlineString(1, c, column.example());
            }
            offer(sheet, choices, c, column, language);
        }
        sheet.freezePane(0, 1);
        book.finish();
    }

    private static void header(Worksheet sheet, int c, SheetColumn column, Locale language) {
        sheet.inlineString(0, c, column.header().in(language));
        sheet.style(0, c).bold().set();
        sheet.width(c, WIDTH);
        String note = (column.need() == Need.CELLS ? NEEDED.in(language) : "")
                + (column.help() == null ? "" : column.help().in(language));
        if (!note.isEmpty()) {
            sheet.comment(0, c, note);
        }
    }

    private static void offer(Worksheet sheet, Worksheet choices, int c, SheetColumn column, Locale language) {
        int count = column.choices().size();
        if (count == 0) {
            return;
        }
        choices.inlineString(0, c, column.header().in(language));
        for (int i = 0; i < count; i++) {
            choices.inlineString(i + 1, c, column.choices().get(i).label().in(language));
        }
        sheet.range(1, c, LAST_ROW, c).validateWithList(choices.range(1, c, count, c));
    }
}
