package org.gridloom.platform.operations.internal.backup;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A table of the district.
 *
 * @param name as the database writes it
 * @param key its primary key's first column
 * @param selfReferences columns that refer to other rows of the table
 */
record Table(String name, List<Column> columns, String key, List<String> selfReferences) {

    /** A column, its name as the database writes it. */
    record Column(String name, Kind kind) {}

    /** Its name in archives. */
    String common() {
        return name.toLowerCase(Locale.ROOT);
    }

    String quoted() {
        return quoted(name);
    }

    String list() {
        return columns.stream().map(column -> quoted(column.name())).collect(Collectors.joining(", "));
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
