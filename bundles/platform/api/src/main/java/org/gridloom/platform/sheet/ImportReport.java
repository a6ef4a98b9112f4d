package org.gridloom.platform.sheet;

import java.util.List;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;

/**
 * What an import did, or would do. All or nothing: with violations nothing was written.
 *
 * @param dryRun whether it only looked
 * @param rows rows read
 * @param created records that are new
 * @param updated records that changed
 * @param unchanged rows that the district already holds just so
 * @param violations every fault found, by row; at most {@link #MAX_VIOLATIONS}
 * @param warnings what should be looked at but keeps nothing out, by row; at most {@link #MAX_VIOLATIONS}
 */
public record ImportReport(
        boolean dryRun,
        int rows,
        int created,
        int updated,
        int unchanged,
        List<Violation> violations,
        List<Violation> warnings) {

    /** More faults than this are not listed; the file is wrong as a whole. */
    public static final int MAX_VIOLATIONS = 10_000;

    public ImportReport {
        violations = List.copyOf(violations);
        warnings = List.copyOf(warnings);
    }

    /** A report without warnings. */
    public ImportReport(boolean dryRun, int rows, int created, int updated, int unchanged, List<Violation> violations) {
        this(dryRun, rows, created, updated, unchanged, violations, List.of());
    }

    public boolean accepted() {
        return violations.isEmpty();
    }

    /**
     * The report as a request is answered: a list with faults that was to be imported is refused.
     *
     * @throws Problem {@link Problem.Kind#INVALID} with every fault
     */
    public ImportReport orRefused() {
        if (!accepted() && !dryRun) {
            throw Problem.invalid(violations);
        }
        return this;
    }
}
