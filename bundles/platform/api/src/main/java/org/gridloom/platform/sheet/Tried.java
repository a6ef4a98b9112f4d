package org.gridloom.platform.sheet;

import java.util.Map;
import java.util.function.Supplier;
import org.gridloom.platform.problem.Problem;

/** Work on a row of a list that may be refused. */
public final class Tried {

    private Tried() {}

    /**
     * The result, or null if the work is refused; its violations become faults of the row.
     *
     * @param otherwise column of a refusal that names none
     * @param columns by field, where they differ
     */
    public static <T> T on(SheetRow row, Supplier<T> work, String otherwise, Map<String, String> columns) {
        try {
            return work.get();
        } catch (Problem refused) {
            refused.violations().forEach(violation -> {
                String field = violation.field().replaceFirst("[\\[.].*", "");
                row.fault(columns.getOrDefault(field, field), violation.message());
            });
            if (refused.violations().isEmpty()) {
                row.fault(otherwise, refused.text());
            }
            return null;
        }
    }
}
