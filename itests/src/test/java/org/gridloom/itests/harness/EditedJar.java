package org.gridloom.itests.harness;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/** Another version of a bundle, made of the jar of the one that there is. */
public final class EditedJar {

    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    private final Map<String, byte[]> entries = new TreeMap<>();

    private EditedJar() {}

    public static EditedJar of(Path jar) {
        try {
            return of(Files.readAllBytes(jar));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the one jar that a KAR holds. */
    public static EditedJar in(Path kar) {
        try (ZipFile zip = new ZipFile(kar.toFile())) {
            ZipEntry jar = zip.stream()
                    .filter(entry -> entry.getName().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
            try (InputStream in = zip.getInputStream(jar)) {
                return of(in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EditedJar of(byte[] jar) throws IOException {
        EditedJar edited = new EditedJar();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory()) {
                    edited.entries.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return edited;
    }

    /** A header of the manifest, as it is to be. */
    public EditedJar header(String name, UnaryOperator<String> change) {
        try {
            Manifest manifest = new Manifest(new ByteArrayInputStream(entries.get(MANIFEST)));
            String former = manifest.getMainAttributes().getValue(name);
            manifest.getMainAttributes().putValue(name, change.apply(former == null ? "" : former));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            manifest.write(out);
            entries.put(MANIFEST, out.toByteArray());
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public EditedJar version(String version) {
        return header("Bundle-Version", former -> version);
    }

    /** A file of its own, or in place of another. */
    public EditedJar file(String path, byte[] content) {
        entries.put(path, content);
        return this;
    }

    public EditedJar file(String path, String content) {
        return file(path, content.getBytes(StandardCharsets.UTF_8));
    }

    /** A file of text, with other words in it. */
    public EditedJar replace(String path, String words, String others) {
        String text = new String(entries.get(path), StandardCharsets.UTF_8);
        if (!text.contains(words)) {
            throw new AssertionError(path + " does not hold " + words);
        }
        return file(path, text.replace(words, others));
    }

    public EditedJar without(String path) {
        entries.remove(path);
        return this;
    }

    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream out = new JarOutputStream(bytes)) {
            put(out, MANIFEST);
            for (String path : entries.keySet()) {
                if (!path.equals(MANIFEST)) {
                    put(out, path);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void put(JarOutputStream out, String path) throws IOException {
        out.putNextEntry(new ZipEntry(path));
        out.write(entries.get(path));
        out.closeEntry();
    }
}
