package org.gridloom.platform.sheet;

import java.util.List;
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
 */
public record ImportReport(
        boolean dryRun, int rows, int created, int updated, int unchanged, List<Violation> violations) {

    /** More faults than this are not listed; the file is wrong as a whole. */
    public static final int MAX_VIOLATIONS = 10_000;

    public ImportReport {
        violations = List.copyOf(violations);
    }

    public boolean accepted() {
        return violations.isEmpty();
    }
}
