package org.gridloom.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The built classes of every bundle that may be deployed, found on disk so that a new bundle is covered by itself. */
final class Bundles {

    private static final Path ROOT =
            Path.of(System.getProperty("gridloom.root")).toAbsolutePath().normalize();
    private static final String CLASSES = "/target/classes/";

    private Bundles() {}

    static JavaClasses classes() {
        List<Path> directories =
                Stream.of("bundles", "districts").flatMap(Bundles::directories).toList();
        if (directories.isEmpty()) {
            throw new IllegalStateException("No classes below " + ROOT + ": build the bundles first");
        }
        // A library that a bundle carries along follows its own rules.
        return new ClassFileImporter()
                .withImportOption(location -> location.contains("/org/gridloom/"))
                .importPaths(directories);
    }

    /** Where a class was built: the same for all classes of a bundle, null for classes that are not ours. */
    static String of(JavaClass javaClass) {
        return javaClass
                .getSource()
                .map(source -> source.getUri().getPath())
                .filter(path -> path.contains(CLASSES))
                .map(path -> path.substring(0, path.indexOf(CLASSES)))
                .orElse(null);
    }

    private static Stream<Path> directories(String folder) {
        try (Stream<Path> paths = Files.walk(ROOT.resolve(folder), 5)) {
            return paths
                    .filter(path -> path.endsWith(Path.of("target", "classes")) && Files.isDirectory(path))
                    .filter(path -> Files.exists(path.resolve("../../pom.xml")))
                    .filter(path -> !path.toString().contains("/testkit/"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
