package org.gridloom.platform.modules.internal.change;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.gridloom.platform.modules.internal.plan.Plan;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;

/** Watches, from its making until it is closed, which bundles stop though the plan does not name them. */
final class Restarts implements SynchronousBundleListener {

    private final Set<String> own;
    private final Set<String> stopped = new ConcurrentSkipListSet<>();
    private final BundleContext context;

    Restarts(Plan plan, BundleContext context) {
        this.own = plan.bundles().stream().map(Plan.PlannedBundle::name).collect(Collectors.toSet());
        this.context = context;
        context.addBundleListener(this);
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        String name = event.getBundle().getSymbolicName();
        if (event.getType() == BundleEvent.STOPPED && !own.contains(name)) {
            stopped.add(name);
        }
    }

    List<String> names() {
        return List.copyOf(stopped);
    }

    void close() {
        context.removeBundleListener(this);
    }
}
