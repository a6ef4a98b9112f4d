package org.gridloom.platform.settings;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The values of all settings of a module as they would hold, defaults among them. Each one is already known to be of its
 * type and within its bounds. Asking for a setting that the module does not declare is a programming error.
 */
public final class SettingValues {

    private final Map<String, List<String>> values;

    /** @param values by key; one value for what is no list */
    public SettingValues(Map<String, List<String>> values) {
        this.values = Map.copyOf(values);
    }

    /** The one value of a text; empty where it has none. */
    public String text(String key) {
        List<String> all = list(key);
        return all.isEmpty() ? "" : all.get(0);
    }

    /** The one value of a whole number; 0 where it has none. */
    public long number(String key) {
        String text = text(key);
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }

    public boolean flag(String key) {
        return Boolean.parseBoolean(text(key));
    }

    /** The values of a list, as text. */
    public List<String> list(String key) {
        return Objects.requireNonNull(values.get(key), () -> "no such setting: " + key);
    }
}
