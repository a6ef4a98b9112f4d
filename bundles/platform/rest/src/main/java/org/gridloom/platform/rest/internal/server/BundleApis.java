package org.gridloom.platform.rest.internal.server;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.rest.internal.module.Components;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a running Jersey for each bundle with resources. A change in one bundle rebuilds that one only; the components
 * of a bundle that come one after the other make one rebuild. While some are still to come, it is put off a little:
 * requests wait for what is whole, and what never comes keeps nothing else away for long.
 */
@Component(service = BundleApis.class)
public final class BundleApis implements BundleListener {

    private static final Logger LOG = LoggerFactory.getLogger(BundleApis.class);
    private static final long SETTLE_MILLIS = 50;

    private final BundleContext context;
    private final Routes routes;
    private final JerseyConfigs configs;
    private final Components components;
    private final ScheduledExecutorService builder =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "gridloom-rest"));
    private volatile ServletConfig servlet;

    @Activate
    public BundleApis(
            BundleContext context,
            @Reference Routes routes,
            @Reference JerseyConfigs configs,
            @Reference Components components) {
        this.context = context;
        this.routes = routes;
        this.configs = configs;
        this.components = components;
        context.addBundleListener(this);
    }

    @Deactivate
    void deactivate() {
        context.removeBundleListener(this);
        builder.shutdownNow();
        routes.all().forEach(api -> api.run(null));
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addResource(ServiceReference<RestResource> reference, RestResource resource) {
        BundleApi api = routes.of(reference.getBundle());
        api.add(reference, resource);
        rebuildSoon(api);
    }

    /** The reference names its bundle no more by now. */
    void removeResource(ServiceReference<RestResource> reference) {
        routes.all().stream().filter(api -> api.remove(reference)).forEach(this::rebuildSoon);
    }

    /** What an uninstalled bundle held may be another's now. */
    @Override
    public void bundleChanged(BundleEvent event) {
        if (event.getType() == BundleEvent.UNINSTALLED) {
            routes.forget(event.getBundle());
            routes.all().stream().filter(BundleApi::wasRefused).forEach(this::rebuildSoon);
        }
    }

    /** From now on, resources are served in this servlet's context. */
    void open(ServletConfig config) {
        servlet = config;
        routes.all().forEach(this::rebuildSoon);
    }

    void close() {
        servlet = null;
        routes.all().forEach(api -> api.run(null));
    }

    private void rebuildSoon(BundleApi api) {
        if (!builder.isShutdown()) {
            api.rebuildBy(builder.schedule(() -> rebuild(api), SETTLE_MILLIS, TimeUnit.MILLISECONDS));
        }
    }

    private void rebuild(BundleApi api) {
        if (isComing(api) && api.isWorthWaiting()) {
            rebuildSoon(api);
            return;
        }
        List<RestResource> resources = api.resources();
        List<RestResource> accepted =
                resources.stream().filter(resource -> isAccepted(api, resource)).toList();
        api.refused(accepted.size() < resources.size());
        ServletConfig config = servlet;
        if (config == null || accepted.isEmpty()) {
            api.run(null);
            return;
        }
        try {
            api.run(RunningApi.start(configs.of(api.bundle(), accepted), config));
            api.failed(false);
            LOG.info("Serving {} resources of {}", accepted.size(), api.bundle());
        } catch (ServletException | RuntimeException | LinkageError e) {
            api.run(null);
            api.failed(true);
            LOG.error("The resources of {} cannot be served", api.bundle(), e);
        }
    }

    /** Whether some of its resources wait for what others provide. */
    private boolean isComing(BundleApi api) {
        return !components.waitingResources(api.bundle()).isEmpty();
    }

    private boolean isAccepted(BundleApi api, RestResource resource) {
        String name = resource.getClass().getName();
        String segment = Resources.segment(resource).orElse(null);
        if (segment == null || !Resources.mayServe(api.bundle(), segment)) {
            LOG.error("{} of {} is refused: its @Path must begin with the bundle's own name", name, api.bundle());
            return false;
        }
        BundleApi owner = routes.claim(segment, api);
        if (owner != api) {
            LOG.error("{} of {} is refused: /api/{} belongs to {}", name, api.bundle(), segment, owner.bundle());
        }
        return owner == api;
    }
}
