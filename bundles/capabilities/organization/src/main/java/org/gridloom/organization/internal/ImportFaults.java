package org.gridloom.organization.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.text.Text;

/** Everything that is wrong with a table. */
final class ImportFaults {

    private final List<Violation> faults = new ArrayList<>();
    private final Map<String, String> headers = new HashMap<>();
    private int found;

    /** The table calls the field by this header. */
    void call(String field, String header) {
        headers.putIfAbsent(field, header);
    }

    void add(int row, String field, Text message) {
        found++;
        if (faults.size() < ImportReport.MAX_VIOLATIONS) {
            faults.add(Violation.of(headers.getOrDefault(field, field), row, message));
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
