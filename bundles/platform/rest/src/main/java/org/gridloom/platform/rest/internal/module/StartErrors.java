package org.gridloom.platform.rest.internal.module;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.gridloom.platform.rest.internal.problem.SafeReason;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * Why bundles did not start. The framework tells what it started itself; of what others started it only tells that it
 * stopped on the way, and whoever asked for it got the exception. Such a bundle is asked to start once more, which either
 * works or says why not. Kept is one line for each, until the bundle starts or goes.
 */
@Component(service = StartErrors.class)
public final class StartErrors implements SynchronousBundleListener, FrameworkListener {

    private final BundleContext context;
    private final Map<Long, String> reasons = new ConcurrentHashMap<>();
    /** Bundles that are on their way up. */
    private final Set<Long> starting = ConcurrentHashMap.newKeySet();
    /** Bundles that are asked once more. */
    private final Set<Long> asked = ConcurrentHashMap.newKeySet();

    private final ExecutorService again =
            Executors.newSingleThreadExecutor(work -> new Thread(work, "gridloom-start-errors"));

    @Activate
    public StartErrors(BundleContext context) {
        this.context = context;
        context.addBundleListener(this);
        context.addFrameworkListener(this);
    }

    @Deactivate
    void close() {
        context.removeBundleListener(this);
        context.removeFrameworkListener(this);
        again.shutdown();
    }

    /** One line; empty for a bundle that runs, or that was only stopped. */
    public Optional<String> of(Bundle bundle) {
        return Optional.ofNullable(reasons.get(bundle.getBundleId()));
    }

    @Override
    public void frameworkEvent(FrameworkEvent event) {
        if (event.getType() == FrameworkEvent.ERROR && event.getThrowable() instanceof BundleException error) {
            keep(event.getBundle(), error);
        }
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        Bundle bundle = event.getBundle();
        long id = bundle.getBundleId();
        switch (event.getType()) {
            case BundleEvent.STARTING -> starting.add(id);
            case BundleEvent.STARTED, BundleEvent.UNINSTALLED -> {
                starting.remove(id);
                reasons.remove(id);
            }
            case BundleEvent.STOPPED -> {
                boolean failed = starting.remove(id);
                if (failed && isWanted(bundle) && !again.isShutdown() && asked.add(id)) {
                    again.execute(() -> ask(bundle));
                }
            }
            default -> {
                // Says nothing of whether it runs.
            }
        }
    }

    private static boolean isWanted(Bundle bundle) {
        BundleStartLevel level = bundle.adapt(BundleStartLevel.class);
        return level != null && level.isPersistentlyStarted();
    }

    private void ask(Bundle bundle) {
        try {
            bundle.start(Bundle.START_TRANSIENT);
        } catch (BundleException error) {
            keep(bundle, error);
        } catch (IllegalStateException gone) {
            reasons.remove(bundle.getBundleId());
        } finally {
            asked.remove(bundle.getBundleId());
        }
    }

    /** Waits for the answers of whoever was asked once more. */
    void awaitAsked() throws InterruptedException {
        try {
            again.submit(() -> {}).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Not if it has started or gone meanwhile. */
    private void keep(Bundle bundle, BundleException error) {
        if (bundle.getState() == Bundle.INSTALLED || bundle.getState() == Bundle.RESOLVED) {
            reasons.put(bundle.getBundleId(), SafeReason.of(error));
        }
    }
}
