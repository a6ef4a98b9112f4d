package org.gridloom.platform.rest.internal.server;

import jakarta.ws.rs.Path;
import java.util.Optional;
import org.gridloom.platform.rest.RestResource;
import org.osgi.framework.Bundle;

/** Whose path is whose. */
final class Resources {

    private static final String PLATFORM = "org.gridloom.platform.";

    private Resources() {}

    /** First segment of the resource's path, empty if it declares none. */
    static Optional<String> segment(RestResource resource) {
        return Optional.ofNullable(resource.getClass().getAnnotation(Path.class))
                .map(path -> firstSegment(path.value()))
                .filter(segment -> !segment.isEmpty() && segment.indexOf('{') < 0);
    }

    static String firstSegment(String path) {
        String relative = path.startsWith("/") ? path.substring(1) : path;
        int end = relative.indexOf('/');
        return end < 0 ? relative : relative.substring(0, end);
    }

    /** A bundle serves what bears its own name; the platform's bundles serve several nouns. */
    static boolean mayServe(Bundle bundle, String segment) {
        String name = bundle.getSymbolicName();
        return name.startsWith(PLATFORM)
                || name.substring(name.lastIndexOf('.') + 1).equals(segment);
    }
}
