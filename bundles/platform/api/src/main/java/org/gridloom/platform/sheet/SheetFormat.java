package org.gridloom.platform.sheet;

import java.util.Locale;

/** The kinds of file that a list may come in and go out as. */
public enum SheetFormat {
    /** Office Open XML workbook. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** Comma-separated values: read as UTF-8 or GB18030, written as UTF-8 with byte order mark. */
    CSV("text/csv");

    private final String mediaType;

    SheetFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** End of a file's name, without the dot. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }
}
