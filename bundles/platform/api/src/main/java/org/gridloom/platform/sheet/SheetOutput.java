package org.gridloom.platform.sheet;

import org.osgi.annotation.versioning.ProviderType;

/** Takes the rows of an export, one after the other. */
@ProviderType
public interface SheetOutput {

    /**
     * Writes a row. Strings are written as words and never as formulas; a choice's value is written as its label; lists
     * with semicolons between their items.
     *
     * @param cells in the order of the columns: strings, texts, numbers, dates, moments, booleans, lists or null
     */
    void row(Object... cells);
}
