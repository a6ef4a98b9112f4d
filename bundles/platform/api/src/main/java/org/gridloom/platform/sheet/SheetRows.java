package org.gridloom.platform.sheet;

import java.util.function.Consumer;
import org.gridloom.platform.text.Text;
import org.osgi.annotation.versioning.ProviderType;

/** The rows of a file that is imported, and what is wrong with it. Of one thread, for the time of one import. */
@ProviderType
public interface SheetRows {

    /**
     * Hands over every row that is not blank, in the order of the file, and no more than one at a time is in memory. Also
     * those that are faulty. May be called once.
     */
    void each(Consumer<SheetRow> work);

    /**
     * Tells that something is wrong with a row that is no longer at hand.
     *
     * @param column key of the column
     */
    void fault(int row, String column, Text message);

    /** Tells what should be looked at but keeps nothing out. */
    void warn(int row, String column, Text message);

    /** Faults told so far, also those that the report will not list. */
    int faults();

    /** Rows handed over so far. */
    int read();

    /** By which the file can be told from any other, for the audit entry; see {@link org.gridloom.platform.files.Sha256}. */
    String sha256();

    /** What was done, or would be; with faults nothing. */
    ImportReport report(boolean dryRun, int created, int updated, int unchanged);
}
