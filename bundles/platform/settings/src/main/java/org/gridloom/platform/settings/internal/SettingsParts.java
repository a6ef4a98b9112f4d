package org.gridloom.platform.settings.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.gridloom.platform.assembly.AssemblyPart;
import org.gridloom.platform.settings.internal.domain.Setting;
import org.gridloom.platform.settings.internal.domain.SettingsModule;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The settings of a module as a part of the district's file: a text, or a list of texts, by key. */
@Component(service = SettingsParts.class)
public final class SettingsParts {

    private final Modules modules;
    private final NodeSettings node;
    private final SettingsEditing editing;

    @Activate
    public SettingsParts(@Reference Modules modules, @Reference NodeSettings node, @Reference SettingsEditing editing) {
        this.modules = modules;
        this.node = node;
        this.editing = editing;
    }

    /** Those that stand in the common section. */
    List<SettingsModule> common() {
        return modules.all().stream()
                .filter(module -> modules.section(module.name()) == null)
                .toList();
    }

    SettingsModule get(String name) {
        return modules.get(name);
    }

    Map<String, Object> export(SettingsModule module) {
        Map<String, List<String>> set = editing.district(module);
        Map<String, Object> part = new LinkedHashMap<>();
        for (Setting setting : module.settings()) {
            List<String> values = set.get(setting.key());
            if (values != null) {
                part.put(setting.key(), setting.isList() ? values : values.get(0));
            }
        }
        return part;
    }

    Map<String, Object> check(SettingsModule module, AssemblyPart part) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        Map<String, List<String>> values = new LinkedHashMap<>();
        part.entries().forEach((key, value) -> {
            List<String> texts = value.texts();
            boolean isList = module.find(key).filter(Setting::isList).isPresent();
            values.put(key, texts);
            wanted.put(key, isList || texts.size() != 1 ? texts : texts.get(0));
            if (module.find(key).filter(Setting::isSecret).isPresent()) {
                value.fault(Text.of("密码不写入装配文件,请用 settings:set", "A secret stands in no file: use settings:set"));
            }
        });
        if (part.faults().isEmpty()) {
            node.inForce()
                    .faults(module, values)
                    .forEach(fault -> part.find(fault.field()).orElse(part).fault(fault.message()));
        }
        return wanted;
    }

    void apply(String path, SettingsModule module, Map<?, ?> wanted) {
        Map<String, Object> is = export(module);
        Map<String, List<String>> changes = new LinkedHashMap<>();
        Set<String> keys = new TreeSet<>(is.keySet());
        wanted.keySet().forEach(key -> keys.add(key.toString()));
        for (String key : keys) {
            if (!Objects.equals(is.get(key), wanted.get(key))) {
                changes.put(key, texts(wanted.get(key)));
            }
        }
        if (!changes.isEmpty()) {
            AssemblyPart.at(path, () -> {
                editing.write(module.name(), changes, null, null);
                return null;
            });
        }
    }

    /** What was written holds on this node. */
    void hold(SettingsModule module) {
        node.changed(module.name());
    }

    /** Null for the default. */
    private static List<String> texts(Object value) {
        if (value == null) {
            return null;
        }
        return value instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of(value.toString());
    }
}
