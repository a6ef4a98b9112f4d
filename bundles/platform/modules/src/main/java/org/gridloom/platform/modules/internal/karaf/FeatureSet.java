package org.gridloom.platform.modules.internal.karaf;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.felix.utils.version.VersionCleaner;
import org.apache.karaf.features.BundleInfo;
import org.apache.karaf.features.Feature;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/**
 * The features that a container has or would have: those that are wanted, and what they need.
 *
 * @param roots what is wanted, as {@code name} or {@code name/range}
 * @param available all features that could be taken
 */
public record FeatureSet(Set<String> roots, Collection<Feature> available) {

    private static final String ANY = "0.0.0";

    /** All of them, those that are needed after those that need them. */
    public Set<Feature> all() {
        return from(roots);
    }

    /** What one of them brings along, itself included. */
    public Set<Feature> of(String root) {
        return from(Set.of(root));
    }

    /** Addresses of all bundles. */
    public Set<String> bundles() {
        return bundles(all());
    }

    private static Set<String> bundles(Collection<Feature> features) {
        Set<String> locations = new LinkedHashSet<>();
        features.forEach(feature ->
                feature.getBundles().stream().map(BundleInfo::getLocation).forEach(locations::add));
        return locations;
    }

    /** Features that are needed and not available, as they are asked for. */
    public Set<String> missing() {
        Set<String> missing = new LinkedHashSet<>();
        roots.stream().filter(root -> find(root).isEmpty()).forEach(missing::add);
        for (Feature feature : all()) {
            needs(feature).stream().filter(need -> find(need).isEmpty()).forEach(missing::add);
        }
        return missing;
    }

    private Set<Feature> from(Collection<String> starts) {
        Set<Feature> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(starts);
        while (!open.isEmpty()) {
            find(open.poll()).filter(found::add).ifPresent(feature -> open.addAll(needs(feature)));
        }
        return found;
    }

    private static List<String> needs(Feature feature) {
        return feature.getDependencies().stream()
                .map(need -> need.getName() + "/" + need.getVersion())
                .toList();
    }

    /** The newest that fits. */
    private Optional<Feature> find(String wanted) {
        String[] parts = wanted.split("/", 2);
        VersionRange range = parts.length < 2 ? null : range(parts[1]);
        return available.stream()
                .filter(feature -> feature.getName().equals(parts[0]))
                .filter(feature -> range == null || range.includes(version(feature.getVersion())))
                .max(Comparator.comparing(feature -> version(feature.getVersion())));
    }

    /** One version means that one, as Karaf takes it. */
    private static VersionRange range(String written) {
        if (written == null || written.isEmpty() || written.equals(ANY)) {
            return null;
        }
        if (written.startsWith("[") || written.startsWith("(")) {
            return new VersionRange(written);
        }
        Version version = version(written);
        return version.equals(Version.emptyVersion)
                ? null
                : new VersionRange(VersionRange.LEFT_CLOSED, version, version, VersionRange.RIGHT_CLOSED);
    }

    private static Version version(String written) {
        return new Version(VersionCleaner.clean(written));
    }
}
