package org.gridloom.platform.web.internal;

import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.gridloom.build.ui.declaration.Fault;
import org.gridloom.build.ui.declaration.FaultyException;
import org.gridloom.platform.module.ModuleProblems;
import org.gridloom.platform.text.Text;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds what running bundles bring for the web face. A name belongs to the first bundle that bears it, while installed. */
@Component(service = {UiRegistry.class, ModuleProblems.class})
public final class UiRegistry implements ModuleProblems, BundleTrackerCustomizer<Bundle> {

    private static final Logger LOG = LoggerFactory.getLogger(UiRegistry.class);
    private static final String DECLARATION = "ui/ui.json";

    private final Map<Bundle, Ui> running = new ConcurrentHashMap<>();
    private final Map<Bundle, List<Text>> refused = new ConcurrentHashMap<>();
    private final Map<String, Bundle> owners = new ConcurrentHashMap<>();
    private final BundleTracker<Bundle> tracker;

    @Activate
    public UiRegistry(BundleContext context) {
        tracker = new BundleTracker<>(context, Bundle.STARTING | Bundle.ACTIVE, this);
        tracker.open();
    }

    @Deactivate
    void close() {
        tracker.close();
    }

    /** By name. */
    public List<Ui> all() {
        return running.values().stream()
                .filter(ui -> owner(ui).equals(ui.bundle()))
                .sorted(Comparator.comparing(Ui::name))
                .toList();
    }

    public Optional<Ui> find(String name) {
        return all().stream().filter(ui -> ui.name().equals(name)).findFirst();
    }

    /** Whether the name belongs to an installed bundle that does not run for the moment. */
    public boolean isExpected(String name) {
        Bundle owner = owners.get(name);
        return owner != null
                && owner.getState() != Bundle.UNINSTALLED
                && !running.containsKey(owner)
                && !refused.containsKey(owner);
    }

    @Override
    public List<Text> problems(String bundle) {
        Stream<Text> faults = refused.entrySet().stream()
                .filter(entry -> entry.getKey().getSymbolicName().equals(bundle))
                .flatMap(entry -> entry.getValue().stream());
        Stream<Text> clashes = running.values().stream()
                .filter(ui -> ui.bundle().getSymbolicName().equals(bundle))
                .filter(ui -> !owner(ui).equals(ui.bundle()))
                .map(this::clash);
        return Stream.concat(faults, clashes).toList();
    }

    @Override
    public Bundle addingBundle(Bundle bundle, BundleEvent event) {
        if (!isUp(bundle) || bundle.getSymbolicName() == null) {
            return null;
        }
        if (bundle.getEntry(DECLARATION) == null) {
            owners.values().remove(bundle);
            return null;
        }
        try {
            Ui ui = Ui.of(bundle);
            running.put(bundle, ui);
            if (owner(ui).equals(bundle)) {
                LOG.info(
                        "{} brings {} pages at {}",
                        bundle,
                        ui.declaration().pages().size(),
                        ui.base());
            } else {
                LOG.error("The pages of {} stay out: {}", bundle, clash(ui).en());
            }
        } catch (FaultyException e) {
            refused.put(bundle, e.faults().stream().map(UiRegistry::text).toList());
            LOG.error("The pages of {} stay out: {}", bundle, e.getMessage());
        } catch (UncheckedIOException e) {
            refused.put(bundle, List.of(Text.of("无法读取 ui/ 目录", "Its folder ui/ cannot be read")));
            LOG.error("The pages of {} stay out", bundle, e);
        }
        return bundle;
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, Bundle tracked) {
        // A bundle that was up before has all its entries.
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, Bundle tracked) {
        running.remove(bundle);
        refused.remove(bundle);
    }

    private Bundle owner(Ui ui) {
        return owners.compute(
                ui.name(),
                (name, owner) -> owner == null || owner.getState() == Bundle.UNINSTALLED ? ui.bundle() : owner);
    }

    private Text clash(Ui ui) {
        return Text.of(
                "界面名称 %s 已属于 %s",
                "The name %s belongs to %s", ui.name(), owner(ui).getSymbolicName());
    }

    private static Text text(Fault fault) {
        return new Text(fault.inChinese(), fault.inEnglish());
    }

    private static boolean isUp(Bundle bundle) {
        return bundle.getState() == Bundle.ACTIVE
                || bundle.getHeaders("").get(Constants.BUNDLE_ACTIVATIONPOLICY) != null;
    }
}
