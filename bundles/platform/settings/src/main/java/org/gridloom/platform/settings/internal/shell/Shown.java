package org.gridloom.platform.settings.internal.shell;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gridloom.platform.settings.internal.SettingView;
import org.gridloom.platform.settings.internal.domain.SettingType;
import org.gridloom.platform.text.Text;

/** How settings are shown. */
final class Shown {

    private static final Map<String, Text> SOURCES = Map.of(
            "default", new Text("默认", "default"),
            "district", new Text("本区", "district"),
            "file", new Text("文件", "file"));

    private Shown() {}

    static Text source(SettingView setting) {
        return SOURCES.get(setting.source());
    }

    /** Never a secret. */
    static String value(SettingView setting, Object value) {
        if (setting.type() == SettingType.SECRET) {
            return setting.set() ? "***" : "";
        }
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        return value == null ? "" : value.toString();
    }
}
