package org.gridloom.platform.modules.internal.change;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gridloom.platform.modules.DistrictModules;
import org.gridloom.platform.modules.internal.disk.WantedModules;
import org.gridloom.platform.modules.internal.plan.Action;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lets other bundles of the platform change modules as operators do. */
@Component
public final class NodeModules implements DistrictModules {

    private final Catalogue catalogue;
    private final Changes changes;
    private final WantedModules wanted;

    @Activate
    public NodeModules(@Reference Catalogue catalogue, @Reference Changes changes, @Reference WantedModules wanted) {
        this.catalogue = catalogue;
        this.changes = changes;
        this.wanted = wanted;
    }

    @Override
    public Map<String, String> wanted() {
        Map<String, String> offered = offered();
        Map<String, String> running = new TreeMap<>();
        wanted.all().forEach((name, version) -> running.put(name, version.orElse(offered.getOrDefault(name, ""))));
        return running;
    }

    @Override
    public Map<String, String> offered() {
        Map<String, String> offered = new TreeMap<>();
        catalogue
                .all()
                .forEach((name, offers) -> offered.put(
                        name, catalogue.installed(name).orElse(offers.get(0).version())));
        return offered;
    }

    @Override
    public boolean isPack(String name) {
        return catalogue.isPack(name);
    }

    @Override
    public void change(Collection<String> install, Set<String> remove) {
        Deque<String> done = new ArrayDeque<>();
        try {
            for (String name : install) {
                changes.change(Action.INSTALL, name, null, false);
                done.push(name);
            }
            for (String name : dependantsFirst(remove)) {
                changes.change(Action.UNINSTALL, name, null, false);
            }
        } catch (IOException e) {
            takeBack(done, e);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            takeBack(done, e);
            throw e;
        }
    }

    private void takeBack(Deque<String> installed, Exception reason) {
        for (String name : installed) {
            try {
                changes.change(Action.UNINSTALL, name, null, false);
            } catch (IOException | RuntimeException e) {
                reason.addSuppressed(e);
            }
        }
    }

    /** Who needs another needs more than that one does. */
    private List<String> dependantsFirst(Set<String> names) {
        return names.stream()
                .sorted(Comparator.comparing(catalogue::needs).reversed())
                .toList();
    }
}
