package org.gridloom.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows for the README. */
final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    Table(String... headers) {
        row((Object[]) headers);
        row(Arrays.stream(headers).map(header -> "---").toArray());
    }

    void row(Object... cells) {
        rows.add(Arrays.stream(cells).map(String::valueOf).toList());
    }

    void print() {
        Report.line("");
        rows.forEach(row -> Report.line("| " + String.join(" | ", row) + " |"));
        Report.line("");
    }
}
