package org.gridloom.platform.rest.internal.module;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeatureState;
import org.apache.karaf.features.FeaturesService;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The features of this container: those somebody asked for, and those they bring along. */
@Component(service = WantedFeatures.class)
public final class WantedFeatures {

    private static final Logger LOG = LoggerFactory.getLogger(WantedFeatures.class);
    private static final String PREFIX = "gridloom-";
    private static final String REQUIREMENT = "feature:";

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile FeaturesService features;

    /** A feature that was asked for, or is installed and Gridloom's own. */
    public record Wanted(String name, String version, boolean asked, FeatureState state) {

        public boolean isStarted() {
            return state == FeatureState.Started;
        }
    }

    /** By name; empty without Karaf's feature service. */
    public List<Wanted> all() {
        return wanted(name -> true);
    }

    private List<Wanted> wanted(Predicate<String> names) {
        FeaturesService service = features;
        if (service == null) {
            return List.of();
        }
        try {
            Map<String, VersionRange> asked = asked(service);
            List<Wanted> wanted = new ArrayList<>();
            for (Feature feature : service.listFeatures()) {
                if (!names.test(feature.getName())) {
                    continue;
                }
                FeatureState state = service.getState(feature.getId());
                boolean isAsked = isAsked(feature, asked.get(feature.getName()));
                boolean isInstalled = state != FeatureState.Uninstalled;
                if (isAsked || isInstalled && feature.getName().startsWith(PREFIX)) {
                    wanted.add(new Wanted(feature.getName(), feature.getVersion(), isAsked, state));
                }
            }
            wanted.sort(Comparator.comparing(Wanted::name).thenComparing(Wanted::version));
            return wanted;
        } catch (Exception e) {
            LOG.warn("Karaf does not say which features it has", e);
            return List.of();
        }
    }

    /** Whether the capability of that name belongs to this container, also while its bundles are being exchanged. */
    public boolean isWanted(String capability) {
        return !wanted((PREFIX + capability)::equals).isEmpty();
    }

    private static boolean isAsked(Feature feature, VersionRange range) {
        return range != null && range.includes(Version.parseVersion(feature.getVersion()));
    }

    /** By name the versions that were asked for. */
    private static Map<String, VersionRange> asked(FeaturesService service) {
        Map<String, VersionRange> asked = new HashMap<>();
        service.listRequirements().values().stream()
                .flatMap(Set::stream)
                .filter(requirement -> requirement.startsWith(REQUIREMENT))
                .map(requirement -> requirement.substring(REQUIREMENT.length()).split("/", 2))
                .forEach(parts -> asked.put(parts[0], new VersionRange(parts.length > 1 ? parts[1] : "0")));
        return asked;
    }
}
