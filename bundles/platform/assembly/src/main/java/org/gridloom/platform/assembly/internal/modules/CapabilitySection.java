package org.gridloom.platform.assembly.internal.modules;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.gridloom.platform.assembly.AssemblyPart;
import org.gridloom.platform.assembly.AssemblySection;
import org.gridloom.platform.modules.DistrictModules;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which capabilities run, each in the one version that there is here. Installing is no work of a transaction. */
@Component(service = {AssemblySection.class, CapabilitySection.class})
public final class CapabilitySection implements AssemblySection {

    public static final String KEY = "capabilities";

    private final DistrictModules modules;

    @Activate
    public CapabilitySection(@Reference DistrictModules modules) {
        this.modules = modules;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Object export() {
        Map<String, Object> running = new LinkedHashMap<>();
        modules.wanted().forEach((name, version) -> {
            if (!modules.isPack(name)) {
                running.put(name, version);
            }
        });
        return running;
    }

    @Override
    public Object check(AssemblyPart part) {
        Map<String, String> offered = new TreeMap<>(modules.offered());
        offered.keySet().removeIf(modules::isPack);
        Map<String, Object> wanted = new TreeMap<>();
        part.entries().forEach((name, version) -> {
            wanted.put(name, version.text());
            if (!offered.containsKey(name)) {
                version.fault(Text.of(
                        "这里没有这项能力;可用:%s",
                        "There is no such capability here; there are: %s", String.join(", ", offered.keySet())));
            } else if (!offered.get(name).equals(version.value())) {
                version.fault(Text.of("这里的版本是 %s", "Is here in version %s", offered.get(name)));
            }
        });
        return wanted;
    }

    @Override
    public void apply(Object wanted) {}
}
