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
import org.gridloom.platform.modules.internal.change.Catalogue.Offer;
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
        versions()
                .forEach((name, versions) ->
                        offered.put(name, catalogue.installed(name).orElse(versions.get(0))));
        return offered;
    }

    @Override
    public Map<String, List<String>> versions() {
        Map<String, List<String>> versions = new TreeMap<>();
        catalogue
                .all()
                .forEach((name, offers) ->
                        versions.put(name, offers.stream().map(Offer::version).toList()));
        return versions;
    }

    @Override
    public boolean isPack(String name) {
        return catalogue.isPack(name);
    }

    @Override
    public Runnable bring(Map<String, String> versions) {
        Deque<Step> back = new ArrayDeque<>();
        try {
            versions.entrySet().stream()
                    .sorted(Comparator.comparing(module -> catalogue.needs(module.getKey())))
                    .forEach(module -> bring(module.getKey(), module.getValue(), back));
        } catch (RuntimeException e) {
            takeBack(back, e);
            throw e;
        }
        return () -> takeBack(back);
    }

    @Override
    public void change(Collection<String> install, Set<String> remove) {
        Deque<Step> back = new ArrayDeque<>();
        try {
            install.forEach(name -> bring(name, null, back));
            dependantsFirst(remove).forEach(name -> carryOut(new Step(Action.UNINSTALL, name), null));
        } catch (RuntimeException e) {
            takeBack(back, e);
            throw e;
        }
    }

    /** What is to be done with a module. */
    private record Step(Action action, String name) {}

    /** @param back gets the step that leads back */
    private void bring(String name, String version, Deque<Step> back) {
        boolean isThere = version != null && catalogue.installed(name).isPresent();
        carryOut(new Step(isThere ? Action.UPDATE : Action.INSTALL, name), version);
        back.push(new Step(isThere ? Action.ROLLBACK : Action.UNINSTALL, name));
    }

    private void carryOut(Step step, String version) {
        try {
            changes.change(step.action(), step.name(), version, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void takeBack(Deque<Step> back, RuntimeException reason) {
        try {
            takeBack(back);
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
        }
    }

    /** Goes on where one stays, and tells of the first. */
    private void takeBack(Deque<Step> back) {
        RuntimeException first = null;
        while (!back.isEmpty()) {
            try {
                carryOut(back.pop(), null);
            } catch (RuntimeException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    /** Who needs another needs more than that one does. */
    private List<String> dependantsFirst(Set<String> names) {
        return names.stream()
                .sorted(Comparator.comparing(catalogue::needs).reversed())
                .toList();
    }
}
