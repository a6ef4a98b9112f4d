package org.gridloom.platform.rest.internal.server;

import java.util.Arrays;
import java.util.Set;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.gridloom.platform.rest.internal.openapi.ApiDocuments;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which modules belong to this container though they may be down: installed bundles, and features that are wanted. */
@Component(service = KnownModules.class)
public final class KnownModules {

    private static final Logger LOG = LoggerFactory.getLogger(KnownModules.class);
    private static final String FEATURE_PREFIX = "gridloom-";

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile FeaturesService features;

    private final ApiDocuments documents;

    @Activate
    public KnownModules(@Reference ApiDocuments documents) {
        this.documents = documents;
    }

    boolean isExpected(String segment) {
        return documents.segments().contains(segment) || isWanted(FEATURE_PREFIX + segment);
    }

    private boolean isWanted(String name) {
        FeaturesService service = features;
        if (service == null) {
            return false;
        }
        try {
            return service.listRequirements().values().stream()
                            .flatMap(Set::stream)
                            .anyMatch(requirement -> (requirement + "/").startsWith("feature:" + name + "/"))
                    || Arrays.stream(service.listInstalledFeatures())
                            .map(Feature::getName)
                            .anyMatch(name::equals);
        } catch (Exception e) {
            LOG.warn("Karaf does not say which features it has", e);
            return false;
        }
    }
}
