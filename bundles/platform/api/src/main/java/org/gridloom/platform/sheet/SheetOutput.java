package org.gridloom.platform.sheet;

import org.osgi.annotation.versioning.ProviderType;

/** Takes the rows of an export, one after the other. */
@ProviderType
public interface SheetOutput {

    /**
     * Says once above the headers what holds for all rows, in place of a column of its own, as people do
     * ({@code 期次：2026-001}) and an import understands ({@link SheetColumn#orAbove}). To be called before the first row;
     * rows still have a cell for the column, which is left out.
     *
     * @param column key of a column
     * @param cell as in a row; null to leave the column out and say nothing
     */
    default void above(String column, Object cell) {}

    /**
     * Writes a row. Strings are written as words and never as formulas; a choice's value is written as its label; lists
     * with semicolons between their items.
     *
     * @param cells in the order of the columns: strings, texts, numbers, dates, moments, booleans, lists or null
     */
    void row(Object... cells);
}
