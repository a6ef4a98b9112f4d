package org.gridloom.platform.modules.internal.kar;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.gridloom.platform.modules.internal.contents.BundleContent;
import org.gridloom.platform.modules.internal.contents.JarContent;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;

/**
 * A vendor's file, unpacked: a Maven repository with one features file. A KAR is one already; a bare bundle becomes one
 * with a feature of its name.
 */
public final class Kar {

    private static final String REPOSITORY = "repository/";
    private static final String FEATURES = "-features.xml";
    private static final long MOST_BYTES = 512L << 20;
    private static final int MOST_ENTRIES = 5_000;

    private static final String WRAPPED = """
            <?xml version="1.0" encoding="UTF-8"?>
            <features name="%1$s-%2$s" xmlns="http://karaf.apache.org/xmlns/features/v1.6.0">
              <feature name="%1$s" version="%2$s" description="%3$s">
                <feature>gridloom-platform</feature>
                <bundle>mvn:deployed/%1$s/%2$s</bundle>
              </feature>
            </features>
            """;

    private Kar() {}

    /**
     * Unpacks a file.
     *
     * @param folder where to; empty
     * @return the features file
     * @throws Problem {@link Problem.Kind#INVALID} if it is neither a KAR nor a bundle
     */
    public static Path unpack(Path file, Path folder) throws IOException {
        try (JarFile jar = new JarFile(file.toFile(), false)) {
            return jar.stream().anyMatch(entry -> entry.getName().startsWith(REPOSITORY))
                    ? repository(jar, folder)
                    : wrapped(file, folder);
        } catch (ZipException e) {
            throw unfit(Text.of("既不是 KAR 也不是 JAR", "Is neither a KAR nor a jar"));
        }
    }

    private static Path repository(JarFile jar, Path folder) throws IOException {
        long bytes = 0;
        int count = 0;
        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
            JarEntry entry = entries.nextElement();
            if (entry.isDirectory() || !entry.getName().startsWith(REPOSITORY)) {
                continue;
            }
            Path target = folder.resolve(entry.getName().substring(REPOSITORY.length()))
                    .normalize();
            if (!target.startsWith(folder)) {
                throw unfit(Text.of("含有越出目录的路径", "Has paths that lead out of it"));
            }
            Files.createDirectories(target.getParent());
            try (InputStream in = jar.getInputStream(entry);
                    OutputStream out = Files.newOutputStream(target)) {
                bytes += copy(in, out, MOST_BYTES - bytes);
            }
            if (++count > MOST_ENTRIES || bytes >= MOST_BYTES) {
                throw unfit(Text.of("展开后过大", "Is too large when unpacked"));
            }
        }
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> features =
                    all.filter(path -> path.toString().endsWith(FEATURES)).toList();
            if (features.size() != 1) {
                throw unfit(Text.of(
                        "应恰有一个功能描述文件 *-features.xml,实有 %d 个",
                        "Must hold one features file *-features.xml, and has %d", features.size()));
            }
            return features.get(0);
        }
    }

    private static long copy(InputStream in, OutputStream out, long most) throws IOException {
        byte[] buffer = new byte[8192];
        long copied = 0;
        for (int read = in.read(buffer); read >= 0 && copied < most; read = in.read(buffer)) {
            out.write(buffer, 0, read);
            copied += read;
        }
        return copied;
    }

    private static Path wrapped(Path file, Path folder) throws IOException {
        BundleContent content = JarContent.read(file);
        if (!content.name().matches("[A-Za-z0-9._-]+")) {
            throw unfit(
                    Text.of("不是 OSGi 模块:清单没有 Bundle-SymbolicName", "Is no bundle: its manifest has no symbolic name"));
        }
        String version = content.version().toString();
        Path artifact = Files.createDirectories(
                folder.resolve("deployed").resolve(content.name()).resolve(version));
        Files.copy(file, artifact.resolve(content.name() + "-" + version + ".jar"));
        Path features = artifact.resolve(content.name() + "-" + version + FEATURES);
        String title = content.headers().getOrDefault("Bundle-Name", content.name());
        Files.writeString(features, WRAPPED.formatted(content.name(), version, escaped(title)), StandardCharsets.UTF_8);
        return features;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static Problem unfit(Text message) {
        return Problem.invalid("file", message);
    }
}
