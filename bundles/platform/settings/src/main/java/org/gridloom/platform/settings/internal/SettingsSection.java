package org.gridloom.platform.settings.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.gridloom.platform.assembly.AssemblyPart;
import org.gridloom.platform.assembly.AssemblySection;
import org.gridloom.platform.settings.internal.domain.SettingsModule;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the district has set of modules that have no section of their own, by PID. */
@Component
public final class SettingsSection implements AssemblySection {

    private static final String KEY = "settings";

    private final SettingsParts parts;

    @Activate
    public SettingsSection(@Reference SettingsParts parts) {
        this.parts = parts;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public Object export() {
        Map<String, Object> whole = new LinkedHashMap<>();
        for (SettingsModule module : parts.common()) {
            Map<String, Object> part = parts.export(module);
            if (!part.isEmpty()) {
                whole.put(module.name(), part);
            }
        }
        return whole;
    }

    @Override
    public Object check(AssemblyPart part) {
        Map<String, SettingsModule> known =
                parts.common().stream().collect(Collectors.toMap(SettingsModule::name, module -> module));
        Map<String, Object> wanted = new LinkedHashMap<>();
        part.entries().forEach((name, values) -> {
            SettingsModule module = known.get(name);
            if (module == null) {
                values.absent(Text.of("没有运行有这些配置的模块", "No module runs that has such settings"));
                wanted.put(name, values.value());
            } else {
                Map<String, Object> set = parts.check(module, values);
                if (!set.isEmpty()) {
                    wanted.put(name, set);
                }
            }
        });
        return wanted;
    }

    @Override
    public void apply(Object wanted) {
        Map<?, ?> byModule = (Map<?, ?>) wanted;
        for (SettingsModule module : parts.common()) {
            Object part = byModule.get(module.name());
            parts.apply(KEY + "/" + module.name(), module, part instanceof Map<?, ?> values ? values : Map.of());
        }
    }

    @Override
    public void applied() {
        parts.common().forEach(parts::hold);
    }
}
