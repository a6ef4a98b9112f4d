package org.gridloom.platform.assembly.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gridloom.platform.modules.DistrictModules;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;

/** Modules of a test: {@code pack-…} are packs. What comes and goes is told to who listens. */
final class Shelf implements DistrictModules {

    /** The newest first. */
    final Map<String, List<String>> versions = new TreeMap<>();

    final Map<String, String> wanted = new TreeMap<>();
    final List<String> history = new ArrayList<>();
    Runnable changed = () -> {};
    /** Whether what was brought can go again. */
    boolean leadsBack = true;

    @Override
    public Map<String, String> wanted() {
        return new TreeMap<>(wanted);
    }

    @Override
    public Map<String, String> offered() {
        Map<String, String> offered = new TreeMap<>();
        versions.forEach((name, all) -> offered.put(name, wanted.getOrDefault(name, all.get(0))));
        return offered;
    }

    @Override
    public Map<String, List<String>> versions() {
        return versions;
    }

    @Override
    public boolean isPack(String name) {
        return name.startsWith("pack-");
    }

    @Override
    public Runnable bring(Map<String, String> brought) {
        Map<String, String> former = wanted();
        brought.forEach((name, version) -> {
            wanted.put(name, version);
            history.add("+" + name + " " + version);
        });
        changed.run();
        return () -> {
            if (!leadsBack) {
                throw Problem.conflict(Text.of("回不去", "There is no way back"));
            }
            wanted.clear();
            wanted.putAll(former);
            brought.keySet().forEach(name -> history.add("-" + name));
            changed.run();
        };
    }

    @Override
    public void change(Collection<String> install, Set<String> remove) {
        install.forEach(name -> {
            wanted.put(name, offered().get(name));
            history.add("+" + name);
        });
        remove.forEach(name -> {
            wanted.remove(name);
            history.add("-" + name);
        });
        changed.run();
    }
}
