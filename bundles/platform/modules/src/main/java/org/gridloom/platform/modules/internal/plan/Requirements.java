package org.gridloom.platform.modules.internal.plan;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.felix.utils.resource.ResourceBuilder;
import org.apache.karaf.features.Feature;
import org.gridloom.platform.modules.internal.contents.BundleContent;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;
import org.osgi.framework.BundleException;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.resource.Capability;
import org.osgi.resource.Namespace;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;

/** What a bundle that is not installed needs and offers, as its manifest says. */
final class Requirements {

    private Requirements() {}

    /** Those without which it would not resolve, or which Karaf wants: services that somebody says to register. */
    static List<Requirement> of(BundleContent bundle) {
        return resource(bundle).getRequirements(null).stream()
                .filter(requirement -> isNeeded(requirement.getDirectives()))
                .toList();
    }

    static List<Capability> offered(BundleContent bundle) {
        return resource(bundle).getCapabilities(null);
    }

    /** What features offer by themselves. */
    static List<Capability> offered(Collection<Feature> features) {
        return features.stream()
                .flatMap(feature -> feature.getCapabilities().stream())
                .map(org.apache.karaf.features.Capability::getValue)
                .flatMap(header -> capabilities(header).stream())
                .toList();
    }

    private static List<Capability> capabilities(String header) {
        try {
            return List.copyOf(ResourceBuilder.parseCapability(null, header));
        } catch (BundleException e) {
            throw new IllegalArgumentException(header, e);
        }
    }

    /** Names of the packages that it imports, also of those it could do without. */
    static List<String> packages(BundleContent bundle) {
        return resource(bundle).getRequirements(PackageNamespace.PACKAGE_NAMESPACE).stream()
                .map(Requirements::packageOf)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** The package that is asked for; null for a requirement of another kind. */
    static String packageOf(Requirement requirement) {
        String filter = requirement.getDirectives().get(Namespace.REQUIREMENT_FILTER_DIRECTIVE);
        String begin = "(" + PackageNamespace.PACKAGE_NAMESPACE + "=";
        int start = filter == null ? -1 : filter.indexOf(begin);
        return start < 0 ? null : filter.substring(start + begin.length(), filter.indexOf(')', start));
    }

    private static boolean isNeeded(Map<String, String> directives) {
        String effective =
                directives.getOrDefault(Namespace.REQUIREMENT_EFFECTIVE_DIRECTIVE, Namespace.EFFECTIVE_RESOLVE);
        String resolution = directives.get(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE);
        return (effective.equals(Namespace.EFFECTIVE_RESOLVE) || effective.equals(Namespace.EFFECTIVE_ACTIVE))
                && !Namespace.RESOLUTION_OPTIONAL.equals(resolution)
                && !PackageNamespace.RESOLUTION_DYNAMIC.equals(resolution);
    }

    private static Resource resource(BundleContent bundle) {
        try {
            return ResourceBuilder.build(bundle.name(), new HashMap<>(bundle.headers()));
        } catch (BundleException e) {
            throw Problem.invalid(
                    "file",
                    Text.of(
                            "%1$s 的清单有误:%2$s",
                            "The manifest of %1$s is faulty: %2$s", bundle.name(), String.valueOf(e.getMessage())));
        }
    }
}
