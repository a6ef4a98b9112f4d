package org.gridloom.itests.harness;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/**
 * A vendor's bundle that brings nothing but one page.
 *
 * @param name last segment of its symbolic name
 * @param title what the menu calls it
 */
public record PageBundle(String name, String title) {

    /** The jar, with the module's source as it is. */
    public Path jar(Path directory, String module) {
        Map<String, String> files = new TreeMap<>();
        files.put("ui/ui.json", """
                {"pages": [{"path": "", "tag": "%1$s-page", "module": "page.js", "label": "title",
                "group": "overview", "icon": "chart", "order": 90}]}""".formatted(name));
        files.put("ui/page.js", module);
        files.put("ui/i18n/zh-CN.json", "{\"title\": \"%s\"}".formatted(title));
        files.put("ui/i18n/en.json", "{\"title\": \"%s\"}".formatted(title));
        Path jar = directory.resolve(name + ".jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest())) {
            for (Map.Entry<String, String> entry : files.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jar;
    }

    private Manifest manifest() {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "org.gridloom." + name);
        main.putValue("Bundle-Version", "1.0.0");
        return manifest;
    }
}
