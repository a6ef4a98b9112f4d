package org.gridloom.platform.sheets.internal.table;

/**
 * What a file may have at most.
 *
 * @param fileBytes as it was sent
 * @param inflatedBytes of all parts of a workbook that are read
 * @param ratio how many times its size a part of a workbook may grow
 * @param rows of one list
 * @param columns of one row
 * @param cellCharacters of one cell
 */
public record Limits(long fileBytes, long inflatedBytes, int ratio, int rows, int columns, int cellCharacters) {

    private static final long MEBI = 1024L * 1024;

    /** The defaults of the settings. */
    public static final Limits USUAL = new Limits(64 * MEBI, 1024 * MEBI, 200, 1_000_000, 256, 32_767);
}
