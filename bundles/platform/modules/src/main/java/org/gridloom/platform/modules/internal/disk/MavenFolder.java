package org.gridloom.platform.modules.internal.disk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A folder that is laid out as a Maven repository. */
public record MavenFolder(Path folder) {

    private static final Pattern MAVEN = Pattern.compile("mvn:([^/]+)/([^/]+)/([^/]+)(?:/([^/]+))?(?:/([^/]+))?");

    /** The file behind an address, if it lies here. */
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
