package org.gridloom.platform.assembly.internal.modules;

import java.util.List;
import java.util.TreeSet;
import org.gridloom.platform.assembly.AssemblyPart;
import org.gridloom.platform.assembly.AssemblySection;
import org.gridloom.platform.modules.DistrictModules;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which packs bring records. They are installed when all else is in force, so that they find the district's words. */
@Component(service = {AssemblySection.class, PackSection.class})
public final class PackSection implements AssemblySection {

    public static final String KEY = "packs";

    private final DistrictModules modules;

    @Activate
    public PackSection(@Reference DistrictModules modules) {
        this.modules = modules;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Object export() {
        return modules.wanted().keySet().stream()
                .filter(modules::isPack)
                .sorted()
                .toList();
    }

    @Override
    public Object check(AssemblyPart part) {
        TreeSet<String> wanted = new TreeSet<>();
        for (AssemblyPart pack : part.items()) {
            if (!modules.isPack(pack.text())) {
                List<String> packs = modules.offered().keySet().stream()
                        .filter(modules::isPack)
                        .toList();
                pack.fault(Text.of(
                        "这里没有这个数据包;可用:%s", "There is no such pack here; there are: %s", String.join(", ", packs)));
            }
            wanted.add(pack.text());
        }
        return List.copyOf(wanted);
    }

    @Override
    public void apply(Object wanted) {}
}
