package org.gridloom.platform.settings.internal.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.text.Text;

/**
 * Settings of a module as a file: lines {@code key = value}, as many for a list as it has values, {@code key =} for an
 * empty one; {@code #} begins a comment line. Nothing is escaped.
 *
 * @param values by key
 * @param rows number of a key's first line, by key
 * @param faults lines that say nothing
 */
public record SettingsFile(Map<String, List<String>> values, Map<String, Integer> rows, List<Violation> faults) {

    private static final String MARK = "\uFEFF";

    public static SettingsFile parse(String text) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        Map<String, Integer> rows = new LinkedHashMap<>();
        List<Violation> faults = new ArrayList<>();
        int row = 0;
        for (String line : (text.startsWith(MARK) ? text.substring(1) : text).split("\\R", -1)) {
            row++;
            String content = line.strip();
            if (content.isEmpty() || content.startsWith("#")) {
                continue;
            }
            int at = content.indexOf('=');
            if (at < 1) {
                faults.add(Violation.of("line", row, Text.of("应写作 设置项 = 值", "Must be as in: key = value")));
                continue;
            }
            String key = content.substring(0, at).strip();
            rows.putIfAbsent(key, row);
            values.computeIfAbsent(key, none -> new ArrayList<>())
                    .add(content.substring(at + 1).strip());
        }
        return new SettingsFile(values, rows, faults);
    }

    /** The values, with an empty list where a list has but an empty line. */
    public Map<String, List<String>> valuesFor(SettingsModule module) {
        Map<String, List<String>> read = new LinkedHashMap<>();
        values.forEach((key, found) -> read.put(
                key,
                found.equals(List.of(""))
                                && module.find(key).filter(Setting::isList).isPresent()
                        ? List.of()
                        : List.copyOf(found)));
        return read;
    }

    /** The same violation with the line that it is in. */
    public Violation placed(Violation fault) {
        Integer row = rows.get(fault.field());
        return row == null ? fault : Violation.of(fault.field(), row, fault.message());
    }

    /** Secrets are left out. */
    public static String write(SettingsModule module, Map<String, List<String>> values) {
        StringBuilder text = new StringBuilder();
        comment(text, module.title());
        for (Setting setting : module.settings()) {
            List<String> set = setting.isSecret() ? null : values.get(setting.key());
            if (set != null) {
                comment(text.append('\n'), setting.name());
                for (String value : set.isEmpty() ? List.of("") : set) {
                    text.append((setting.key() + " = " + value).strip()).append('\n');
                }
            }
        }
        return text.toString();
    }

    private static void comment(StringBuilder text, Text words) {
        text.append("# ").append(words.zh());
        if (!words.en().equals(words.zh())) {
            text.append(" / ").append(words.en());
        }
        text.append('\n');
    }
}
