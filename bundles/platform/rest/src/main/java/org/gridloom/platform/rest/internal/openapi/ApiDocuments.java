package org.gridloom.platform.rest.internal.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.gridloom.platform.rest.internal.json.JsonMappers;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The OpenAPI documents of all installed bundles, whether they run or not. */
@Component(service = ApiDocuments.class)
public final class ApiDocuments implements BundleTrackerCustomizer<AtomicReference<ApiDocument>> {

    private static final Logger LOG = LoggerFactory.getLogger(ApiDocuments.class);
    private static final String ENTRY = "OSGI-INF/openapi.json";
    private static final int NOT_UNINSTALLED =
            Bundle.INSTALLED | Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING;

    private final BundleTracker<AtomicReference<ApiDocument>> tracker;

    @Activate
    public ApiDocuments(BundleContext context) {
        tracker = new BundleTracker<>(context, NOT_UNINSTALLED, this);
        tracker.open();
    }

    @Deactivate
    void deactivate() {
        tracker.close();
    }

    /** First segments of all paths. */
    public Set<String> segments() {
        Set<String> segments = new TreeSet<>();
        documents().forEach(document -> segments.addAll(document.segments()));
        return segments;
    }

    /** Whether the bundle's document has the path. */
    public boolean declares(Bundle bundle, String path) {
        AtomicReference<ApiDocument> document = of(bundle);
        return document != null && document.get().declares(path);
    }

    AtomicReference<ApiDocument> of(Bundle bundle) {
        return tracker.getObject(bundle);
    }

    /** All documents in one. */
    ObjectNode merged() {
        return MergedDocument.of(documents().stream().map(ApiDocument::json).toList());
    }

    /** In the order of the bundles' names. */
    private List<ApiDocument> documents() {
        return tracker.getTracked().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(Bundle::getSymbolicName)))
                .map(entry -> entry.getValue().get())
                .toList();
    }

    @Override
    public AtomicReference<ApiDocument> addingBundle(Bundle bundle, BundleEvent event) {
        return bundle.getEntry(ENTRY) == null ? null : new AtomicReference<>(read(bundle));
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, AtomicReference<ApiDocument> document) {
        if (event != null && event.getType() == BundleEvent.UPDATED) {
            document.set(read(bundle));
        }
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, AtomicReference<ApiDocument> document) {
        // the tracker forgets it
    }

    private static ApiDocument read(Bundle bundle) {
        URL entry = bundle.getEntry(ENTRY);
        if (entry == null) {
            return ApiDocument.EMPTY;
        }
        try (InputStream json = entry.openStream()) {
            return new ApiDocument((ObjectNode) JsonMappers.plain().readTree(json));
        } catch (IOException | RuntimeException e) {
            LOG.error("{} of {} cannot be read", ENTRY, bundle, e);
            return ApiDocument.EMPTY;
        }
    }
}
