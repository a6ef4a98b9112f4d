package org.gridloom.platform.sheets.internal.table;

import java.util.regex.Pattern;

/** Keeps words in CSV from being computed by the spreadsheet that opens it. */
final class Formulas {

    private static final String STARTS = "=+-@\t\r";
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

    private Formulas() {}

    static String guarded(String cell) {
        return isComputed(cell) && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
    }

    static String unguarded(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && isComputed(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean isComputed(String cell) {
        return !cell.isEmpty() && STARTS.indexOf(cell.charAt(0)) >= 0;
    }
}
