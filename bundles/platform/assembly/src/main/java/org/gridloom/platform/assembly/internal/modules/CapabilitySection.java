package org.gridloom.platform.assembly.internal.modules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridloom.platform.assembly.AssemblyPart;
import org.gridloom.platform.assembly.AssemblySection;
import org.gridloom.platform.modules.DistrictModules;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which capabilities run, and in which versions. Bringing them is no work of a transaction. */
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
        Map<String, List<String>> offered = new TreeMap<>(modules.versions());
        offered.keySet().removeIf(modules::isPack);
        Map<String, String> running = modules.wanted();
        Map<String, Object> wanted = new TreeMap<>();
        part.entries().forEach((name, version) -> {
            wanted.put(name, version.text());
            if (!offered.containsKey(name)) {
                version.fault(Text.of(
                        "这里没有这项能力;可用:%s",
                        "There is no such capability here; there are: %s", String.join(", ", offered.keySet())));
            } else if (!version.text().equals(running.get(name))) {
                requireForward(name, version, offered.get(name), running.get(name));
            }
        });
        return wanted;
    }

    /** The way back is a rollback, which looks at the tables. */
    private static void requireForward(String name, AssemblyPart version, List<String> offered, String running) {
        int place = offered.indexOf(version.text());
        if (place < 0) {
            version.fault(Text.of(
                    "这里没有这个版本;可用:%s", "Is not here in this version; there are: %s", String.join(", ", offered)));
        } else if (running != null && offered.subList(0, place).contains(running)) {
            version.fault(Text.of(
                    "现为较新的 %1$s:回到前一版本请用 module:rollback %2$s",
                    "Runs in the newer version %1$s: the way back is module:rollback %2$s", running, name));
        }
    }

    @Override
    public void apply(Object wanted) {}
}
