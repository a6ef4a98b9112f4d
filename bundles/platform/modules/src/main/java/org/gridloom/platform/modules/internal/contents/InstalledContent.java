package org.gridloom.platform.modules.internal.contents;

import java.net.URL;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.framework.Bundle;

/** A bundle of this container. */
public record InstalledContent(Bundle bundle) implements BundleContent {

    @Override
    public Map<String, String> headers() {
        Dictionary<String, String> headers = bundle.getHeaders("");
        Map<String, String> all = new TreeMap<>();
        Collections.list(headers.keys()).forEach(key -> all.put(key, headers.get(key)));
        return all;
    }

    @Override
    public List<String> files(String folder) {
        Enumeration<String> paths = bundle.getEntryPaths(folder);
        return paths == null
                ? List.of()
                : Collections.list(paths).stream()
                        .filter(path -> !path.endsWith("/"))
                        .sorted()
                        .toList();
    }

    @Override
    public URL file(String path) {
        return bundle.getEntry(path);
    }
}
