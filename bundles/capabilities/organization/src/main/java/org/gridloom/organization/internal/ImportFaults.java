package org.gridloom.organization.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.text.Text;

/** Everything that is wrong with a map. */
final class ImportFaults {

    private final List<Violation> faults = new ArrayList<>();
    private int found;

    void add(int row, String field, Text message) {
        found++;
        if (faults.size() < ImportReport.MAX_VIOLATIONS) {
            faults.add(Violation.of(field, row, message));
        }
    }

    int count() {
        return found;
    }

    /** By row, in the order found. */
    List<Violation> byRow() {
        return faults.stream().sorted(Comparator.comparing(Violation::row)).toList();
    }
}
