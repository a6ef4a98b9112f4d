package org.gridloom.platform.rest.internal.module;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The bundles that make up Gridloom in this container: ours, whatever a vendor built on the platform's API or brings
 * pages with, and any other that failed to start.
 */
@Component(service = GridloomBundles.class)
public final class GridloomBundles {

    private static final String OURS = "org.gridloom.";
    private static final String API = "org.gridloom.platform.";
    private static final String PAGES = "ui/ui.json";

    private static final Map<Integer, String> STATES = Map.of(
            Bundle.INSTALLED, "installed",
            Bundle.RESOLVED, "resolved",
            Bundle.STARTING, "starting",
            Bundle.STOPPING, "stopping",
            Bundle.ACTIVE, "active",
            Bundle.UNINSTALLED, "uninstalled");

    private static final long MAX_KNOWN = 2000;

    /** A bundle as it was installed or last updated. */
    private record Content(long bundle, long modified) {}

    /** Headers and entries are read from the archive. */
    private final Cache<Content, Boolean> known =
            Caffeine.newBuilder().maximumSize(MAX_KNOWN).build();

    private final BundleContext context;
    private final StartErrors errors;

    @Activate
    public GridloomBundles(BundleContext context, @Reference StartErrors errors) {
        this.context = context;
        this.errors = errors;
    }

    /** By name. */
    public List<Bundle> all() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> known.get(
                                new Content(bundle.getBundleId(), bundle.getLastModified()),
                                content -> isGridloom(bundle))
                        || errors.of(bundle).isPresent())
                .sorted(Comparator.comparing(Bundle::getSymbolicName))
                .toList();
    }

    public static boolean isUp(Bundle bundle) {
        int state = bundle.getState();
        return state == Bundle.ACTIVE
                || state == Bundle.STARTING && bundle.getHeaders("").get(Constants.BUNDLE_ACTIVATIONPOLICY) != null
                || state == Bundle.RESOLVED && isFragment(bundle);
    }

    static String state(Bundle bundle) {
        return STATES.getOrDefault(bundle.getState(), "unknown");
    }

    private static boolean isGridloom(Bundle bundle) {
        String name = Objects.toString(bundle.getSymbolicName(), "");
        String imports = Objects.toString(bundle.getHeaders("").get(Constants.IMPORT_PACKAGE), "");
        return name.startsWith(OURS) || imports.contains(API) || bundle.getEntry(PAGES) != null;
    }

    private static boolean isFragment(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        return revision != null && (revision.getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
    }
}
