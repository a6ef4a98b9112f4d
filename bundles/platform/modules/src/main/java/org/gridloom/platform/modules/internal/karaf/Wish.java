package org.gridloom.platform.modules.internal.karaf;

import java.net.URI;
import java.util.Optional;

/**
 * A version of a feature that the container is to have.
 *
 * @param file the repository that it came as; empty for one that the container or the distribution knows
 */
public record Wish(String feature, String version, Optional<URI> file) {

    /** The requirement of exactly this version. */
    String requirement() {
        return Container.exactly(feature, version);
    }
}
