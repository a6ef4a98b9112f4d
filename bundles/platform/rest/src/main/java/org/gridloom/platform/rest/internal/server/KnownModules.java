package org.gridloom.platform.rest.internal.server;

import org.gridloom.platform.rest.internal.module.GridloomBundles;
import org.gridloom.platform.rest.internal.module.LeftOut;
import org.gridloom.platform.rest.internal.module.WantedFeatures;
import org.gridloom.platform.rest.internal.openapi.ApiDocuments;
import org.gridloom.platform.rest.internal.problem.Refusal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which paths belong to this container though their module may be down: of installed bundles, of wanted features. */
@Component(service = KnownModules.class)
public final class KnownModules {

    private final ApiDocuments documents;
    private final WantedFeatures features;
    private final GridloomBundles bundles;
    private final LeftOut leftOut;

    @Activate
    public KnownModules(
            @Reference ApiDocuments documents,
            @Reference WantedFeatures features,
            @Reference GridloomBundles bundles,
            @Reference LeftOut leftOut) {
        this.documents = documents;
        this.features = features;
        this.bundles = bundles;
        this.leftOut = leftOut;
    }

    /** Why nobody serves the segment now. */
    Refusal refusal(String segment) {
        if (leftOut.serves(segment)) {
            return Refusal.leftOut();
        }
        return isExpected(segment) ? Refusal.restarting() : Refusal.noSuchPath();
    }

    private boolean isExpected(String segment) {
        return documents.segments().contains(segment) || !isInstalled(segment) && features.isWanted(segment);
    }

    /** Then its document would tell. */
    private boolean isInstalled(String capability) {
        return bundles.all().stream()
                .anyMatch(bundle -> bundle.getSymbolicName().endsWith("." + capability));
    }
}
