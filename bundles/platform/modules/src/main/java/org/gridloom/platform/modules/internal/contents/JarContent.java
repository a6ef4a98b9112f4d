package org.gridloom.platform.modules.internal.contents;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;

/**
 * A bundle that lies on disk. Nothing of it stays open.
 *
 * @param jar the file
 * @param headers of its manifest
 * @param entries paths of its files
 */
public record JarContent(Path jar, Map<String, String> headers, List<String> entries) implements BundleContent {

    /**
     * Reads what lies in it.
     *
     * @throws Problem {@link Problem.Kind#INVALID} if it is no jar
     */
    public static JarContent read(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile(), false)) {
            Manifest manifest = file.getManifest();
            Map<String, String> headers = new TreeMap<>();
            Attributes attributes = manifest == null ? new Attributes() : manifest.getMainAttributes();
            attributes.forEach((name, value) -> headers.put(name.toString(), value.toString()));
            List<String> entries = file.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .sorted()
                    .toList();
            return new JarContent(jar, headers, entries);
        } catch (ZipException faulty) {
            throw Problem.invalid("file", Text.of("其中的模块不是 JAR", "A bundle in it is no jar"));
        }
    }

    @Override
    public List<String> files(String folder) {
        String prefix = folder + "/";
        return entries.stream()
                .filter(entry -> entry.startsWith(prefix) && entry.indexOf('/', prefix.length()) < 0)
                .toList();
    }

    @Override
    public URL file(String path) {
        if (!entries.contains(path)) {
            return null;
        }
        try {
            return URI.create("jar:" + jar.toUri() + "!/" + path).toURL();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
