package org.gridloom.platform.modules.internal.disk;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A version of a module that came as a file: a Maven repository of its own.
 *
 * @param feature name of the feature that it is
 * @param version of the feature, as it is written there
 * @param folder the repository
 * @param features the features file in it
 * @param digest SHA-256 of the file that it came as
 */
public record StoredModule(String feature, String version, Path folder, Path features, String digest) {

    public URI repository() {
        return features.toUri();
    }

    /** The file behind a bundle's address, if it lies in this repository. */
    public Optional<Path> file(String location) {
        return new MavenFolder(folder).file(location);
    }
}
