package org.gridloom.platform.settings.internal;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.security.Duty;
import org.gridloom.platform.settings.SettingsCheck;
import org.gridloom.platform.settings.internal.domain.SettingsModule;
import org.gridloom.platform.text.Text;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What running bundles declare. A bundle is read while it starts, before its components are: they begin with what is
 * set. A PID belongs to the first bundle that declares it.
 */
@Component(service = Modules.class)
public final class Modules implements BundleTrackerCustomizer<List<SettingsModule>> {

    private static final Logger LOG = LoggerFactory.getLogger(Modules.class);
    private static final String FOLDER = "OSGI-INF/metatype";
    private static final String OURS = "org.gridloom.";
    private static final String API = "org.gridloom.platform.";

    private final Map<String, SettingsModule> declared = new ConcurrentHashMap<>();
    private final Map<String, SettingsCheck> checks = new ConcurrentHashMap<>();
    private final Map<String, List<Text>> problems = new ConcurrentHashMap<>();
    private final List<Consumer<SettingsModule>> listeners = new CopyOnWriteArrayList<>();
    private final BundleTracker<List<SettingsModule>> tracker;

    @Activate
    public Modules(BundleContext context) {
        tracker = context == null ? null : new BundleTracker<>(context, Bundle.STARTING | Bundle.ACTIVE, this);
        if (tracker != null) {
            tracker.open();
        }
    }

    @Deactivate
    void close() {
        tracker.close();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addCheck(SettingsCheck check) {
        checks.put(check.module(), check);
        find(check.module()).ifPresent(this::tell);
    }

    void removeCheck(SettingsCheck check) {
        checks.remove(check.module(), check);
    }

    /** Told of what is declared from now on, and of what is checked otherwise than before. */
    void listen(Consumer<SettingsModule> listener) {
        listeners.add(listener);
    }

    void forget(Consumer<SettingsModule> listener) {
        listeners.remove(listener);
    }

    private void tell(SettingsModule module) {
        listeners.forEach(listener -> listener.accept(module));
    }

    /** By name. */
    List<SettingsModule> all() {
        return declared.values().stream()
                .sorted(Comparator.comparing(SettingsModule::name))
                .toList();
    }

    Optional<SettingsModule> find(String name) {
        return Optional.ofNullable(declared.get(name));
    }

    SettingsModule get(String name) {
        return find(name)
                .orElseThrow(() -> Problem.notFound(Text.of("没有这个模块的配置", "There is no module with such settings")));
    }

    Duty duty(String name) {
        SettingsCheck check = checks.get(name);
        return check == null ? Duty.SYSTEM : check.duty();
    }

    /** Key of the section of the district's file that the settings are; null for the common one. */
    String section(String name) {
        SettingsCheck check = checks.get(name);
        return check == null ? null : check.section();
    }

    boolean isDocumented(String name, String key) {
        SettingsCheck check = checks.get(name);
        return check != null && check.documented().contains(key);
    }

    /** Everything that is wrong with what is to be set; contradictions are looked for where each value is fine. */
    List<Violation> faults(SettingsModule module, Map<String, List<String>> set) {
        List<Violation> faults = module.faults(set);
        SettingsCheck check = checks.get(module.name());
        if (check == null || !faults.isEmpty()) {
            return faults;
        }
        try {
            return check.check(module.complete(set));
        } catch (RuntimeException e) {
            LOG.warn("The check of the settings of {} failed", module.name(), e);
            return List.of(Violation.of(module.name(), Text.of("模块自身的检查出错", "The module's own check failed")));
        }
    }

    /** What is wrong with the declarations of a bundle. */
    List<Text> problems(String bundle) {
        return problems.getOrDefault(bundle, List.of());
    }

    @Override
    public List<SettingsModule> addingBundle(Bundle bundle, BundleEvent event) {
        if (!isGridloom(bundle)) {
            return null;
        }
        List<Text> found = new ArrayList<>();
        List<SettingsModule> modules = new ArrayList<>();
        for (URL document : documents(bundle)) {
            try {
                modules.addAll(Metatypes.read(bundle.getSymbolicName(), document, bundle::getEntry));
            } catch (IOException | RuntimeException e) {
                LOG.warn("The settings that {} declares are left out: {}", bundle, e.getMessage());
                found.add(Text.of(
                        "配置声明 %s 有误,未采用", "Its declaration of settings %s is faulty and left out", document.getPath()));
            }
        }
        modules.removeIf(module -> isTaken(module, found));
        if (!found.isEmpty()) {
            problems.put(bundle.getSymbolicName(), found);
        }
        modules.forEach(this::tell);
        return modules;
    }

    private boolean isTaken(SettingsModule module, List<Text> found) {
        SettingsModule first = declared.putIfAbsent(module.name(), module);
        if (first != null) {
            found.add(Text.of("配置 %s 已属于 %s", "The settings %s belong to %s", module.name(), first.bundle()));
        }
        return first != null;
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, List<SettingsModule> modules) {
        // Read while it started.
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, List<SettingsModule> modules) {
        modules.forEach(module -> declared.remove(module.name(), module));
        problems.remove(bundle.getSymbolicName());
    }

    /** For tests. */
    void declare(SettingsModule module) {
        declared.put(module.name(), module);
        tell(module);
    }

    private static List<URL> documents(Bundle bundle) {
        var found = bundle.findEntries(FOLDER, "*.xml", false);
        return found == null ? List.of() : Collections.list(found);
    }

    /** What is of third parties has settings too (ports, logs), but they are the node's own and stay in {@code etc}. */
    private static boolean isGridloom(Bundle bundle) {
        String name = Objects.toString(bundle.getSymbolicName(), "");
        String imports = Objects.toString(bundle.getHeaders("").get(Constants.IMPORT_PACKAGE), "");
        return name.startsWith(OURS) || imports.contains(API);
    }
}
