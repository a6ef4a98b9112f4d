package org.gridloom.platform.modules.internal.plan;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.karaf.features.Feature;
import org.gridloom.platform.modules.internal.karaf.FeatureSet;
import org.gridloom.platform.text.Text;

/**
 * A file brings one module. If it carries another version of somebody else's along, Karaf may run both, as whoever needs
 * any version may get either.
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
                                        "%1$s 将有两个版本,%2$s 可能取其任一:请用单独的文件更新它",
                                        "%1$s would be there in two versions, and %2$s might get either: update it by a "
                                                + "file of its own",
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
