package org.gridloom.platform.assembly.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gridloom.platform.modules.DistrictModules;

/** Modules of a test: {@code pack-…} are packs. What comes and goes is told to who listens. */
final class Shelf implements DistrictModules {

    final Map<String, String> offered = new TreeMap<>();
    final Map<String, String> wanted = new TreeMap<>();
    final List<String> history = new ArrayList<>();
    Runnable changed = () -> {};

    @Override
    public Map<String, String> wanted() {
        return new TreeMap<>(wanted);
    }

    @Override
    public Map<String, String> offered() {
        return offered;
    }

    @Override
    public boolean isPack(String name) {
        return name.startsWith("pack-");
    }

    @Override
    public void change(Collection<String> install, Set<String> remove) {
        install.forEach(name -> {
            wanted.put(name, offered.get(name));
            history.add("+" + name);
        });
        remove.forEach(name -> {
            wanted.remove(name);
            history.add("-" + name);
        });
        changed.run();
    }
}
