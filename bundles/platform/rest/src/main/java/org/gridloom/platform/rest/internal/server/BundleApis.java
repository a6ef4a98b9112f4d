package org.gridloom.platform.rest.internal.server;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gridloom.platform.rest.RestResource;
import org.osgi.framework.Bundle;
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
 * of a bundle that come one after the other make one rebuild.
 */
@Component(service = BundleApis.class)
public final class BundleApis {

    private static final Logger LOG = LoggerFactory.getLogger(BundleApis.class);
    private static final long SETTLE_MILLIS = 50;

    private final Map<Bundle, BundleApi> apis = new ConcurrentHashMap<>();
    private final Map<String, BundleApi> bySegment = new ConcurrentHashMap<>();
    private final JerseyConfigs configs;
    private final ScheduledExecutorService builder =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "gridloom-rest"));
    private volatile ServletConfig servlet;

    @Activate
    public BundleApis(@Reference JerseyConfigs configs) {
        this.configs = configs;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addResource(ServiceReference<RestResource> reference, RestResource resource) {
        BundleApi api = apis.computeIfAbsent(reference.getBundle(), BundleApi::new);
        api.add(reference, resource);
        rebuildSoon(api);
    }

    /** The reference names its bundle no more by now. */
    void removeResource(ServiceReference<RestResource> reference) {
        for (BundleApi api : apis.values()) {
            if (api.remove(reference)) {
                rebuildSoon(api);
            }
        }
    }

    @Deactivate
    void deactivate() {
        builder.shutdownNow();
        apis.values().forEach(api -> api.run(null));
    }

    /** From now on, resources are served in this servlet's context. */
    void open(ServletConfig config) {
        servlet = config;
        apis.values().forEach(this::rebuildSoon);
    }

    void close() {
        servlet = null;
        apis.values().forEach(api -> api.run(null));
    }

    /** The bundle that serves the first segment of a path; it may be between two versions. */
    Optional<BundleApi> at(String segment) {
        return Optional.ofNullable(bySegment.get(segment))
                .filter(api -> api.bundle().getState() != Bundle.UNINSTALLED);
    }

    /** Names of bundles whose resources are not served yet as they stand. */
    public List<String> unsettled() {
        return apis.values().stream()
                .filter(api -> !api.isSettled())
                .map(api -> api.bundle().getSymbolicName())
                .sorted()
                .toList();
    }

    /** First segments of all paths that are served now. */
    public Set<String> servedSegments() {
        Set<String> served = new TreeSet<>();
        bySegment.forEach((segment, api) -> {
            if (api.running() != null) {
                served.add(segment);
            }
        });
        return served;
    }

    private void rebuildSoon(BundleApi api) {
        if (!builder.isShutdown()) {
            api.rebuildBy(builder.schedule(() -> rebuild(api), SETTLE_MILLIS, TimeUnit.MILLISECONDS));
        }
    }

    private void rebuild(BundleApi api) {
        ServletConfig config = servlet;
        List<RestResource> accepted = accepted(api);
        if (config == null || accepted.isEmpty()) {
            api.run(null);
            return;
        }
        try {
            api.run(RunningApi.start(configs.of(api.bundle(), accepted), config));
            LOG.info("Serving {} resources of {}", accepted.size(), api.bundle());
        } catch (ServletException | RuntimeException | LinkageError e) {
            api.run(null);
            LOG.error("The resources of {} cannot be served", api.bundle(), e);
        }
    }

    private List<RestResource> accepted(BundleApi api) {
        List<RestResource> accepted = new ArrayList<>();
        for (RestResource resource : api.resources()) {
            if (isAccepted(api, resource)) {
                accepted.add(resource);
            }
        }
        return accepted;
    }

    private boolean isAccepted(BundleApi api, RestResource resource) {
        String segment = Resources.segment(resource).orElse(null);
        String name = resource.getClass().getName();
        if (segment == null || !Resources.mayServe(api.bundle(), segment)) {
            LOG.error("{} of {} is refused: its @Path must begin with the bundle's own name", name, api.bundle());
            return false;
        }
        BundleApi owner = bySegment.compute(
                segment,
                (key, claimed) -> claimed == null || claimed.bundle().getState() == Bundle.UNINSTALLED ? api : claimed);
        if (owner != api) {
            LOG.error("{} of {} is refused: /api/{} belongs to {}", name, api.bundle(), segment, owner.bundle());
        }
        return owner == api;
    }
}
