package org.gridloom.platform.sheets.internal.table;

import org.gridloom.platform.text.Text;

/** What both kinds of file are refused for. */
final class Words {

    private Words() {}

    static Text tooManyColumns(int most) {
        return Text.of("最多 %d 列", "At most %d columns", most);
    }

    static Text tooLongACell(int most) {
        return Text.of("单元格最多 %d 字", "A cell has at most %d characters", most);
    }
}
