package org.gridloom.platform.modules.internal.disk;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final Pattern MAVEN = Pattern.compile("mvn:([^/]+)/([^/]+)/([^/]+)(?:/([^/]+))?(?:/([^/]+))?");

    public URI repository() {
        return features.toUri();
    }

    /** The file behind a bundle's address, if it lies in this repository. */
    public Optional<Path> file(String location) {
        Matcher maven = MAVEN.matcher(location);
        if (!maven.matches()) {
            return Optional.empty();
        }
        String ending = (maven.group(5) == null ? "" : "-" + maven.group(5)) + "."
                + (maven.group(4) == null ? "jar" : maven.group(4));
        Path file = folder.resolve(maven.group(1).replace('.', '/'))
                .resolve(maven.group(2))
                .resolve(maven.group(3))
                .resolve(maven.group(2) + "-" + maven.group(3) + ending)
                .normalize();
        return file.startsWith(folder) && Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }
}
