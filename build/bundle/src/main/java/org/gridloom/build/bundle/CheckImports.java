package org.gridloom.build.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * Fails the build of a bundle that imports what the platform does not release. A released package has a version, and so
 * has the import that bnd makes of it; what is internal has none, and would not be found at run time.
 */
public final class CheckImports {

    private static final String OURS = "org.gridloom.";
    private static final String COMMA_OUTSIDE_QUOTES = ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)";

    private CheckImports() {}

    /** Arguments: folder with the bundle's classes and its manifest; a project without one is no bundle. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0], "META-INF", "MANIFEST.MF");
        if (Files.notExists(file)) {
            return;
        }
        try (InputStream in = Files.newInputStream(file)) {
            List<String> faults = unreleased(new Manifest(in).getMainAttributes());
            if (!faults.isEmpty()) {
                throw new IllegalStateException("Imports of what Gridloom does not release: "
                        + String.join(", ", faults)
                        + ". Use the packages that org.gridloom.platform.api, org.gridloom.platform.console and"
                        + " org.gridloom.organization.api export; docs/vendor-guide.md lists them.");
            }
        }
    }

    static List<String> unreleased(Attributes manifest) {
        String header = manifest.getValue("Import-Package");
        return header == null
                ? List.of()
                : Stream.of(header.split(COMMA_OUTSIDE_QUOTES))
                        .map(String::strip)
                        .filter(clause -> clause.startsWith(OURS) && !clause.contains(";version="))
                        .map(clause -> clause.split(";", 2)[0])
                        .toList();
    }
}
