package org.gridloom.platform.settings.internal.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.settings.SettingValues;
import org.gridloom.platform.text.Text;

/**
 * The settings of a module as its Metatype declares them.
 *
 * @param name PID
 * @param bundle symbolic name of the bundle that declares them
 * @param title what the settings are called
 * @param description what they are for; empty for none
 * @param settings in the order in which they are declared
 */
public record SettingsModule(String name, String bundle, Text title, Text description, List<Setting> settings) {

    public Optional<Setting> find(String key) {
        return settings.stream().filter(setting -> setting.key().equals(key)).findFirst();
    }

    /** What is wrong with single values; what contradicts another value is not known here. */
    public List<Violation> faults(Map<String, List<String>> set) {
        List<Violation> faults = new ArrayList<>();
        set.forEach((key, values) -> find(key)
                .map(setting -> setting.fault(values))
                .orElseGet(() -> Optional.of(unknown()))
                .ifPresent(fault -> faults.add(Violation.of(key, fault))));
        return faults;
    }

    private Text unknown() {
        String keys = settings.stream().map(Setting::key).collect(Collectors.joining(", "));
        return Text.of("没有这个设置项;可设:%s", "There is no such setting; there are: %s", keys);
    }

    /** What is set, and the defaults of all else. */
    public SettingValues complete(Map<String, List<String>> set) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        settings.forEach(setting -> all.put(setting.key(), set.getOrDefault(setting.key(), setting.defaults())));
        return new SettingValues(all);
    }

    /** The values as configuration holds them. */
    public Map<String, Object> typed(Map<String, List<String>> set) {
        Map<String, Object> typed = new LinkedHashMap<>();
        set.forEach((key, values) -> find(key).ifPresent(setting -> typed.put(key, setting.typed(values))));
        return typed;
    }
}
