package org.gridloom.build.openapi;

import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds the resource classes in a folder of classes. */
final class ResourceClasses {

    private static final String SUFFIX = ".class";
    private static final String ANNOTATION = "Ljakarta/ws/rs/Path;";

    private ResourceClasses() {}

    /** In the order of their names, so that the same classes make the same document. */
    static Set<Class<?>> in(java.nio.file.Path folder) throws IOException {
        Set<Class<?>> resources = new TreeSet<>(Comparator.comparing(Class::getName));
        if (!Files.isDirectory(folder)) {
            return resources;
        }
        try (Stream<java.nio.file.Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(SUFFIX))
                    .filter(ResourceClasses::namesAnnotation)
                    .map(file -> load(folder.relativize(file)))
                    .filter(type -> type.isAnnotationPresent(Path.class))
                    .forEach(resources::add);
        }
        return resources;
    }

    /** Spares loading all the others. */
    private static boolean namesAnnotation(java.nio.file.Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(ANNOTATION);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(java.nio.file.Path file) {
        String path = file.toString();
        String name = path.substring(0, path.length() - SUFFIX.length()).replace(java.io.File.separatorChar, '.');
        try {
            return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
