package org.gridloom.itests.harness;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/**
 * A KAR with a feature of one bundle.
 *
 * @param feature its name
 * @param version of feature and bundle
 * @param needs the feature that it needs
 * @param group Maven's group of the bundle
 * @param artifact Maven's name of the bundle
 * @param also addresses of further bundles that are there already, as elements
 */
public record KarFile(String feature, String version, String needs, String group, String artifact, String also) {

    private static final String FEATURES = """
            <?xml version="1.0" encoding="UTF-8"?>
            <features name="%1$s-%2$s" xmlns="http://karaf.apache.org/xmlns/features/v1.6.0">
              <feature name="%1$s" version="%2$s" description="%1$s">
                <feature>%3$s</feature>%6$s
                <bundle>mvn:%4$s/%5$s/%2$s</bundle>
              </feature>
            </features>
            """;

    /** The sample module of the vendor kit. */
    public static KarFile snow(String version) {
        return new KarFile("snow-clearing", version, "gridloom-organization", "com.example", "com.example.snow", "");
    }

    /** A module of one bundle, {@code org.acme.NAME}. */
    public static KarFile acme(String name, String version) {
        return new KarFile("acme-" + name, version, "gridloom-organization", "org.acme", "org.acme." + name, "");
    }

    public Path in(Path directory, EditedJar bundle) {
        Path kar = directory.resolve(feature + "-" + version + ".kar");
        String folder = "repository/" + group.replace('.', '/') + "/" + artifact + "/" + version + "/" + artifact + "-"
                + version;
        try (OutputStream file = Files.newOutputStream(kar);
                JarOutputStream out = new JarOutputStream(file)) {
            put(
                    out,
                    folder + "-features.xml",
                    FEATURES.formatted(feature, version, needs, group, artifact, also)
                            .getBytes(StandardCharsets.UTF_8));
            put(out, folder + ".jar", bundle.version(version).bytes());
            return kar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(JarOutputStream out, String path, byte[] content) throws IOException {
        out.putNextEntry(new ZipEntry(path));
        out.write(content);
        out.closeEntry();
    }
}
