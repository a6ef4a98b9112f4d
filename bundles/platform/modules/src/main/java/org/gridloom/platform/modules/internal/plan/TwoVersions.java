package org.gridloom.platform.modules.internal.plan;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.karaf.features.Feature;
import org.gridloom.platform.modules.internal.karaf.FeatureSet;
import org.gridloom.platform.text.Text;

/**
 * Karaf may run a feature of the distribution beside another version of it that came as a file, once somebody needs it in
 * any version: the distribution's cannot be hidden.
 */
final class TwoVersions implements Check {

    @Override
    public List<Objection> objections(Prospect prospect) {
        if (prospect.target().action() == Action.UNINSTALL) {
            return List.of();
        }
        FeatureSet after = prospect.after();
        return after.roots().stream()
                .map(root -> root.split("/", 2)[0])
                .filter(name -> versions(after, name) > 1)
                .flatMap(name -> dependants(after, name).stream()
                        .map(other -> Objection.of(
                                "two-versions",
                                Text.of(
                                        "%1$s 随发行版提供且为 %2$s 所需:请随发行版升级",
                                        "%1$s is part of the distribution and needed by %2$s: it is updated with the "
                                                + "distribution",
                                        name,
                                        other))))
                .toList();
    }

    private static long versions(FeatureSet features, String name) {
        return features.available().stream()
                .filter(feature -> feature.getName().equals(name))
                .map(Feature::getVersion)
                .distinct()
                .count();
    }

    private static Set<String> dependants(FeatureSet features, String name) {
        return features.roots().stream()
                .map(root -> root.split("/", 2)[0])
                .filter(other -> !other.equals(name))
                .filter(other ->
                        features.of(other).stream().map(Feature::getName).anyMatch(name::equals))
                .collect(Collectors.toSet());
    }
}
