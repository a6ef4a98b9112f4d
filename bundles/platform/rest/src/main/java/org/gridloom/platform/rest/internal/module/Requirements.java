package org.gridloom.platform.rest.internal.module;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWiring;

/** Finds out what a bundle that does not resolve lacks. */
final class Requirements {

    private Requirements() {}

    /** What no resolved bundle offers, as the framework writes it; empty for a bundle that only was stopped. */
    static List<String> missing(BundleContext context, Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        if (revision == null || bundle.getState() != Bundle.INSTALLED) {
            return List.of();
        }
        return revision.getDeclaredRequirements(null).stream()
                .filter(requirement ->
                        !"optional".equals(requirement.getDirectives().get("resolution")))
                .filter(requirement ->
                        !"dynamic".equals(requirement.getDirectives().get("resolution")))
                .filter(requirement -> "resolve".equals(effective(requirement)))
                .filter(requirement -> offered(context, requirement).noneMatch(requirement::matches))
                .map(Requirements::shown)
                .sorted()
                .toList();
    }

    private static String effective(BundleRequirement requirement) {
        return requirement.getDirectives().getOrDefault("effective", "resolve");
    }

    private static Stream<BundleCapability> offered(BundleContext context, BundleRequirement requirement) {
        return Arrays.stream(context.getBundles())
                .map(bundle -> bundle.adapt(BundleWiring.class))
                .filter(Objects::nonNull)
                .flatMap(wiring -> wiring.getCapabilities(requirement.getNamespace()).stream());
    }

    private static String shown(BundleRequirement requirement) {
        String filter = requirement.getDirectives().get("filter");
        return requirement.getNamespace() + (filter == null ? "" : " " + filter);
    }
}
