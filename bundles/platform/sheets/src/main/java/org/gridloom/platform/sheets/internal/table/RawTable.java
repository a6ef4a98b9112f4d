package org.gridloom.platform.sheets.internal.table;

import java.io.IOException;
import org.gridloom.platform.sheet.SheetFormat;

/** The cells of a file as words, which can be read again and again. Gone when closed. */
public interface RawTable extends AutoCloseable {

    /** Stands for a formula whose value the file does not hold. */
    String UNCOMPUTED = "\uFFFE=";

    /** Takes a row. */
    @FunctionalInterface
    interface Taker {

        /**
         * @param number as the user counts, from 1
         * @param cells empty words for empty cells; its own from now on
         * @return whether to go on
         */
        boolean row(int number, String[] cells);
    }

    SheetFormat format();

    /** Of the file as it was sent. */
    String sha256() throws IOException;

    /** @throws FileRefused from the row on that cannot be read; those before have been handed over */
    void each(Taker taker) throws IOException;

    @Override
    void close() throws IOException;
}
