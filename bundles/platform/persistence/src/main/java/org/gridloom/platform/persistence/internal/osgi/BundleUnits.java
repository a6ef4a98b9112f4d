package org.gridloom.platform.persistence.internal.osgi;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gridloom.platform.persistence.internal.unit.UnitSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/** Reads units from bundles. */
final class BundleUnits {

    static final String HEADER = "Meta-Persistence";

    private BundleUnits() {}

    static boolean isUnit(Bundle bundle) {
        return bundle.getHeaders("").get(HEADER) != null;
    }

    /** The platform's own tables, from this bundle. */
    static UnitSource platform(Bundle bundle) {
        return UnitSource.tables("platform", bundle.getVersion().toString(), loader(bundle), migrations(bundle));
    }

    static UnitSource read(Bundle bundle) throws IOException {
        String path = bundle.getHeaders("").get(HEADER).trim();
        URL persistenceXml = bundle.getEntry(path.isEmpty() ? "META-INF/persistence.xml" : path);
        if (persistenceXml == null) {
            throw new IOException("the header " + HEADER + " names " + path + ", which is not there");
        }
        return UnitSource.read(
                bundle.getSymbolicName(),
                bundle.getVersion().toString(),
                bundle.getEntry("/"),
                loader(bundle),
                persistenceXml,
                migrations(bundle),
                counts(bundle));
    }

    private static ClassLoader loader(Bundle bundle) {
        return bundle.adapt(BundleWiring.class).getClassLoader();
    }

    private static SortedMap<String, URL> migrations(Bundle bundle) {
        SortedMap<String, URL> found = new TreeMap<>();
        entries(bundle, "migrations", "*.xml").forEach((name, url) -> found.put("migrations/" + name, url));
        return found;
    }

    private static SortedMap<String, String> counts(Bundle bundle) throws IOException {
        return UnitSource.counts(entries(bundle, "counts", "*.sql"));
    }

    private static SortedMap<String, URL> entries(Bundle bundle, String folder, String pattern) {
        SortedMap<String, URL> found = new TreeMap<>();
        Enumeration<URL> entries = bundle.findEntries(folder, pattern, false);
        for (URL url : entries == null ? Collections.<URL>emptyList() : Collections.list(entries)) {
            found.put(url.getPath().substring(url.getPath().lastIndexOf('/') + 1), url);
        }
        return found;
    }
}
