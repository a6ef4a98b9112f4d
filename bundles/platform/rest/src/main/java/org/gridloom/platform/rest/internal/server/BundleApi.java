package org.gridloom.platform.rest.internal.server;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.gridloom.platform.rest.RestResource;
import org.osgi.framework.Bundle;

/** The resources that one bundle registers, and what serves them. Outlives updates of the bundle. */
final class BundleApi {

    private final Bundle bundle;
    private final Map<Object, RestResource> resources = new ConcurrentHashMap<>();
    private volatile RunningApi running;
    private volatile boolean refused;
    private volatile boolean failed;
    private Future<?> rebuild;

    BundleApi(Bundle bundle) {
        this.bundle = bundle;
    }

    Bundle bundle() {
        return bundle;
    }

    void add(Object key, RestResource resource) {
        resources.put(key, resource);
    }

    /** Stops serving at once: what the resource needs may be gone already. */
    boolean remove(Object key) {
        boolean known = resources.remove(key) != null;
        if (known) {
            run(null);
        }
        return known;
    }

    /** In a stable order, so that a clash is always decided the same way. */
    List<RestResource> resources() {
        return resources.values().stream()
                .sorted(Comparator.comparing(resource -> resource.getClass().getName()))
                .toList();
    }

    RunningApi running() {
        return running;
    }

    void refused(boolean some) {
        refused = some;
    }

    /** Whether some of its resources are not served as their paths are another's. */
    boolean wasRefused() {
        return refused;
    }

    void failed(boolean now) {
        failed = now;
    }

    /** Whether Jersey did not accept its resources; the log says why. */
    boolean isFailed() {
        return failed;
    }

    synchronized void run(RunningApi next) {
        RunningApi former = running;
        running = next;
        if (former != null) {
            former.retire();
        }
    }

    /** A later change replaces a rebuild that has not begun. */
    synchronized void rebuildBy(Future<?> next) {
        if (rebuild != null) {
            rebuild.cancel(false);
        }
        rebuild = next;
    }

    synchronized boolean isSettled() {
        return rebuild == null || rebuild.isDone();
    }
}
