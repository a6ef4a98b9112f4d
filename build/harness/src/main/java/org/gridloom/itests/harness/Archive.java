package org.gridloom.itests.harness;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** The built distribution. */
public final class Archive {

    private static final int OWNER_MAY_EXECUTE = 0100;

    private Archive() {}

    public static Path file() {
        Path archive =
                Path.of(System.getProperty("gridloom.archive")).toAbsolutePath().normalize();
        if (!Files.isRegularFile(archive)) {
            throw new IllegalStateException("Build the distribution first: there is no " + archive);
        }
        return archive;
    }

    /** Unpacks it and gives the directory that holds {@code bin}. */
    public static Path unpack(Path directory) {
        return unpack(file(), directory);
    }

    /** Unpacks an archive of this form. */
    public static Path unpack(Path archive, Path directory) {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive))) {
            untar(new GzipCompressorInputStream(file), directory);
            try (var children = Files.list(directory)) {
                return children.filter(Files::isDirectory).findFirst().orElseThrow();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void untar(InputStream tar, Path directory) throws IOException {
        try (TarArchiveInputStream entries = new TarArchiveInputStream(tar)) {
            TarArchiveEntry entry;
            while ((entry = entries.getNextEntry()) != null) {
                extract(entry, entries, directory.resolve(entry.getName()));
            }
        }
    }

    private static void extract(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
        if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0 && !target.toFile().setExecutable(true, false)) {
            throw new IOException("Cannot make executable: " + target);
        }
    }
}
