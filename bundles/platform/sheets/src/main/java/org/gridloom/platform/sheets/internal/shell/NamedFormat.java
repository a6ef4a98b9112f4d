package org.gridloom.platform.sheets.internal.shell;

import java.util.Locale;
import org.gridloom.platform.sheet.SheetFormat;

/** A file's name says of what kind it is to be. */
final class NamedFormat {

    private NamedFormat() {}

    static SheetFormat of(String file) {
        return file.toLowerCase(Locale.ROOT).endsWith(".csv") ? SheetFormat.CSV : SheetFormat.XLSX;
    }
}
