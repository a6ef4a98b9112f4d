package org.gridloom.platform.rest.internal.server;

import org.gridloom.platform.rest.internal.module.WantedFeatures;
import org.gridloom.platform.rest.internal.openapi.ApiDocuments;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which paths belong to this container though their module may be down: of installed bundles, of wanted features. */
@Component(service = KnownModules.class)
public final class KnownModules {

    private final ApiDocuments documents;
    private final WantedFeatures features;

    @Activate
    public KnownModules(@Reference ApiDocuments documents, @Reference WantedFeatures features) {
        this.documents = documents;
        this.features = features;
    }

    boolean isExpected(String segment) {
        return documents.segments().contains(segment) || features.isWanted(segment);
    }
}
