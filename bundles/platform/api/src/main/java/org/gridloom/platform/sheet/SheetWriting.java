package org.gridloom.platform.sheet;

import java.util.function.BiConsumer;
import org.gridloom.platform.tx.Transactions;
import org.gridloom.platform.tx.Tx;

/**
 * Imports a list of some thousand rows by writing them as they would be written by hand, each after the other, in one
 * transaction. A fault, or a dry run, takes back all of it. So a row can build on what an earlier one wrote, and is
 * refused for the same reasons as by hand; lists of hundreds of thousands of rows take a way of their own.
 *
 * <p>What refuses a row must do so within this transaction: a {@link Transactions#call} within it that ends with a refusal
 * ends all of it. {@link Tried} makes faults of refusals.
 */
public final class SheetWriting {

    private int created;
    private int updated;
    private int unchanged;

    private SheetWriting() {}

    /** Takes back what was written, and says what it would have been. */
    private static final class Undone extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient ImportReport report;

        private Undone(ImportReport report) {
            super(null, null, false, false);
            this.report = report;
        }
    }

    /**
     * Runs the work in a transaction.
     *
     * @param rows with the faults, for the report
     * @param work writes the rows, and tells what became of each
     */
    public static ImportReport load(
            Transactions transactions, SheetRows rows, boolean dryRun, BiConsumer<Tx, SheetWriting> work) {
        SheetWriting writing = new SheetWriting();
        try {
            return transactions.call(tx -> {
                work.accept(tx, writing);
                ImportReport report = rows.report(dryRun, writing.created, writing.updated, writing.unchanged);
                if (dryRun || rows.faults() > 0) {
                    throw new Undone(report);
                }
                return report;
            });
        } catch (Undone undone) {
            return undone.report;
        }
    }

    /** A row is there for the first time. */
    public void created() {
        created++;
    }

    /** A row says otherwise than what was there. */
    public void updated() {
        updated++;
    }

    /** A row is there just so. */
    public void unchanged() {
        unchanged++;
    }
}
