package org.gridloom.platform.sheet;

import java.util.Map;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A list that can be imported and, where wanted, exported. Register it as a service, and the platform offers template,
 * import, dry run, annotated copy and export on REST ({@code /api/sheets/<name>}), console ({@code sheets:…}) and page.
 * Called from any thread, on the caller's behalf, except for {@link #export} in no transaction of the platform's.
 */
@ConsumerType
public interface Sheet {

    /** What the list looks like at present. Asked anew each time, as its choices may be records. */
    SheetDefinition definition();

    /**
     * Brings the rows in, all or nothing, in one transaction of its own: nothing is written with
     * {@link SheetRows#faults()}, nor in a dry run. What is wrong with a row by the declaration of its columns is told
     * already; this checks the rest, permission and unit of each row included, and tells the rows.
     *
     * @param rows may be read once
     * @param progress to be asked every so often; if it answers false the import is rolled back
     * @return what was or would be done, from {@link SheetRows#report}
     * @throws Problem {@link Problem.Kind#CONFLICT} if {@code progress} cancels it
     */
    default ImportReport load(SheetRows rows, boolean dryRun, Progress progress) {
        throw Problem.notFound(Text.of("此表不提供导入", "This list is not imported"));
    }

    /**
     * Called before an export's transaction begins, with filters that the list has and by whom it may be exported: for a
     * list whose export is itself an entry of the audit trail.
     */
    default void exporting(SheetQuery query) {}

    /**
     * Puts out the records that match, page by page, within the caller's scope: in the layout of the import, so that what
     * was exported can be imported again. Runs in a transaction that reads of one moment, whatever others write meanwhile.
     *
     * @throws Problem if a filter's value does not fit
     */
    default void export(SheetQuery query, SheetOutput out) {
        throw Problem.notFound(Text.of("此表不提供导出", "This list is not exported"));
    }

    /** Whether there is any record that an export would put out; that ends with the first one. */
    default boolean hasRecords() {
        try {
            export(new SheetQuery(Map.of(), null), cells -> {
                throw new FoundException();
            });
            return false;
        } catch (FoundException first) {
            return true;
        }
    }
}
