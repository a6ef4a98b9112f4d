package org.gridloom.platform.rest.internal.server;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.service.component.annotations.Component;

/** Which bundle serves which first segment. A bundle keeps its segments while it is stopped or updated. */
@Component(service = Routes.class)
public final class Routes {

    private final Map<Bundle, BundleApi> apis = new ConcurrentHashMap<>();
    private final Map<String, BundleApi> bySegment = new ConcurrentHashMap<>();

    BundleApi of(Bundle bundle) {
        return apis.computeIfAbsent(bundle, BundleApi::new);
    }

    Collection<BundleApi> all() {
        return apis.values();
    }

    Optional<BundleApi> at(String segment) {
        return Optional.ofNullable(bySegment.get(segment)).filter(Routes::isInstalled);
    }

    /** Takes the segment unless it belongs to another bundle that is installed; gives back whose it is. */
    BundleApi claim(String segment, BundleApi api) {
        return bySegment.compute(segment, (key, owner) -> owner == null || !isInstalled(owner) ? api : owner);
    }

    /** After a bundle was uninstalled. */
    void forget(Bundle bundle) {
        apis.remove(bundle);
        bySegment.values().removeIf(api -> api.bundle().equals(bundle));
    }

    /** Names of bundles whose resources are not served yet as they stand. */
    public List<String> unsettled() {
        return apis.values().stream()
                .filter(api -> !api.isSettled())
                .map(api -> api.bundle().getSymbolicName())
                .sorted()
                .toList();
    }

    /** Names of bundles whose resources cannot be served; the log says why. */
    public List<String> failed() {
        return apis.values().stream()
                .filter(BundleApi::isFailed)
                .map(api -> api.bundle().getSymbolicName())
                .sorted()
                .toList();
    }

    /** First segments of all paths that are served now. */
    public Set<String> served() {
        Set<String> served = new TreeSet<>();
        bySegment.forEach((segment, api) -> {
            if (api.running() != null) {
                served.add(segment);
            }
        });
        return served;
    }

    private static boolean isInstalled(BundleApi api) {
        return api.bundle().getState() != Bundle.UNINSTALLED;
    }
}
