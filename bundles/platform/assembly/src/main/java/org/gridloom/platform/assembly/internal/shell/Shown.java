package org.gridloom.platform.assembly.internal.shell;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.gridloom.platform.assembly.internal.file.Difference;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.text.Text;

/** How differences are shown. */
final class Shown {

    private static final Text NOTHING = new Text("(无)", "(nothing)");

    private Shown() {}

    static Text[] headers() {
        return new Text[] {Text.of("项目", "Item"), Text.of("现状", "Is"), Text.of("文件", "File")};
    }

    /** @param other what it is compared with */
    static Text[] headers(String file, String other) {
        return new Text[] {Text.of("项目", "Item"), new Text(other, other), new Text(file, file)};
    }

    static ShellTable differences(List<Difference> differences, ShellTable table, Locale locale) {
        differences.forEach(each -> table.row(each.path(), value(each.is(), locale), value(each.wanted(), locale)));
        return table;
    }

    private static String value(Object value, Locale locale) {
        return value == null ? NOTHING.in(locale) : plain(value);
    }

    private static String plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + plain(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return value instanceof List<?> list
                ? list.stream().map(Shown::plain).collect(Collectors.joining(", ", "[", "]"))
                : value.toString();
    }
}
