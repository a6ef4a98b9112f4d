package org.gridloom.platform.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.gridloom.platform.persistence.PersistenceUnits;
import org.gridloom.platform.persistence.internal.unit.UnitSource;

/** Finds units on the class path as the platform finds them in bundles. */
final class ClasspathUnits {

    private static final String PERSISTENCE_XML = "META-INF/persistence.xml";
    private static final ClassLoader LOADER = ClasspathUnits.class.getClassLoader();

    private ClasspathUnits() {}

    /** The platform's own tables. */
    static UnitSource platform() {
        URL root = PersistenceUnits.class.getProtectionDomain().getCodeSource().getLocation();
        String text = root.toString();
        return UnitSource.tables(
                "platform", "test", LOADER, migrations(text.endsWith(".jar") ? "jar:" + text + "!/" : text));
    }

    static UnitSource find(String unit) {
        try {
            for (URL found : Collections.list(LOADER.getResources(PERSISTENCE_XML))) {
                String url = found.toString();
                String root = url.substring(0, url.length() - PERSISTENCE_XML.length());
                if (names(found, unit)) {
                    return UnitSource.read(unit, "test", rootUrl(root), LOADER, found, migrations(root), counts(root));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalArgumentException("No " + PERSISTENCE_XML + " on the class path has a unit named " + unit);
    }

    private static boolean names(URL persistenceXml, String unit) throws IOException {
        try (var in = persistenceXml.openStream()) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).contains("\"" + unit + "\"");
        }
    }

    private static URL rootUrl(String root) throws IOException {
        String plain = root.startsWith("jar:") ? root.substring("jar:".length(), root.indexOf("!/")) : root;
        return URI.create(plain).toURL();
    }

    private static SortedMap<String, URL> migrations(String root) {
        SortedMap<String, URL> found = new TreeMap<>();
        files(root, "migrations", ".xml").forEach((name, url) -> found.put("migrations/" + name, url));
        return found;
    }

    private static SortedMap<String, String> counts(String root) throws IOException {
        return UnitSource.counts(files(root, "counts", ".sql"));
    }

    private static SortedMap<String, URL> files(String root, String folder, String ending) {
        SortedMap<String, URL> found = new TreeMap<>();
        try {
            for (String path : list(root, folder, ending)) {
                found.put(
                        path.substring(folder.length() + 1),
                        URI.create(root + path).toURL());
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("Cannot list " + folder + " below " + root, e);
        }
        return found;
    }

    private static List<String> list(String root, String folder, String ending) throws IOException, URISyntaxException {
        if (root.startsWith("jar:")) {
            JarURLConnection connection =
                    (JarURLConnection) URI.create(root).toURL().openConnection();
            connection.setUseCaches(false);
            try (JarFile jar = connection.getJarFile()) {
                return jar.stream()
                        .map(entry -> entry.getName())
                        .filter(name -> name.startsWith(folder + "/") && name.endsWith(ending))
                        .toList();
            }
        }
        Path lies = Path.of(new URI(root)).resolve(folder);
        if (Files.notExists(lies)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(lies)) {
            return files.map(file -> folder + "/" + file.getFileName())
                    .filter(name -> name.endsWith(ending))
                    .toList();
        }
    }
}
