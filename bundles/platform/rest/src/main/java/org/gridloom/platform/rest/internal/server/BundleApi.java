package org.gridloom.platform.rest.internal.server;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.gridloom.platform.rest.RestResource;
import org.osgi.framework.Bundle;

/** The resources that one bundle registers, and what serves them. Outlives updates of the bundle. */
final class BundleApi {

    private static final Duration TO_END = Duration.ofSeconds(2);
    private static final Duration TO_RETURN = Duration.ofSeconds(3);
    private static final long LOOK_MILLIS = 50;

    private final Bundle bundle;
    private final Map<Object, RestResource> resources = new ConcurrentHashMap<>();
    private volatile RunningApi running;
    private volatile boolean refused;
    private volatile boolean failed;
    private Future<?> rebuild;
    /** Since when a rebuild is put off; 0 for not at all. */
    private long putOffSince;

    BundleApi(Bundle bundle) {
        this.bundle = bundle;
    }

    Bundle bundle() {
        return bundle;
    }

    void add(Object key, RestResource resource) {
        resources.put(key, resource);
    }

    /** Stops serving: what the resource needs is about to go. Requests under way get a little time to end. */
    boolean remove(Object key) {
        boolean known = resources.remove(key) != null;
        if (known) {
            RunningApi former = running;
            run(null);
            if (former != null) {
                former.awaitEnd(TO_END);
            }
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

    /**
     * What serves now; null for nothing. While the bundle itself runs, but something that it needs of others is being
     * exchanged, this waits for it: then requests are late and do not fail.
     */
    RunningApi runningSoon() throws InterruptedException {
        long end = System.nanoTime() + TO_RETURN.toNanos();
        synchronized (this) {
            for (long left = TO_RETURN.toMillis(); running == null && left > 0 && isActive(); ) {
                wait(Math.min(left, LOOK_MILLIS));
                left = Duration.ofNanos(end - System.nanoTime()).toMillis();
            }
        }
        return running;
    }

    private boolean isActive() {
        return bundle.getState() == Bundle.ACTIVE;
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

    /** Whether what is still to come may come in time for those who wait. */
    synchronized boolean isWorthWaiting() {
        long now = System.nanoTime();
        putOffSince = putOffSince == 0 ? now : putOffSince;
        boolean isWorth = now - putOffSince < TO_RETURN.toNanos();
        putOffSince = isWorth ? putOffSince : 0;
        return isWorth;
    }

    synchronized void run(RunningApi next) {
        RunningApi former = running;
        putOffSince = next == null ? putOffSince : 0;
        running = next;
        notifyAll();
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
