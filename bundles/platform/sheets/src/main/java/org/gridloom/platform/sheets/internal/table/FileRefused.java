package org.gridloom.platform.sheets.internal.table;

import org.gridloom.platform.text.Text;

/** The file cannot be read, or must not be. */
public final class FileRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int row;
    private final transient Text text;

    public FileRefused(int row, Text text) {
        super(text.en());
        this.row = row;
        this.text = text;
    }

    FileRefused(Text text) {
        this(1, text);
    }

    /** From where on, as the user counts. */
    public int row() {
        return row;
    }

    public Text text() {
        return text;
    }
}
