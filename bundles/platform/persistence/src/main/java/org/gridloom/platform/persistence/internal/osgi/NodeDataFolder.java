package org.gridloom.platform.persistence.internal.osgi;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.gridloom.platform.files.DataFolder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The folder that the environment names: {@code GRIDLOOM_DATA}, else {@code .gridloom} where the server was started. */
@Component(service = DataFolder.class)
public final class NodeDataFolder implements DataFolder {

    private final Path path;

    @Activate
    public NodeDataFolder() {
        this(fromEnvironment());
    }

    /** At a place of one's own, for tests. */
    public NodeDataFolder(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    private static Path fromEnvironment() {
        String folder = System.getenv("GRIDLOOM_DATA");
        return Path.of(folder == null || folder.isBlank() ? ".gridloom" : folder);
    }

    @Override
    public Path path() {
        return path;
    }

    @Override
    public Path folder(String name) {
        Path folder = below(name);
        if (!folder.getParent().equals(path)) {
            throw new IllegalArgumentException("Not a folder of one level: " + name);
        }
        try {
            make(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    @Override
    public void write(String name, InputStream content) {
        Path file = below(name);
        try {
            Path folder = file.getParent();
            make(folder);
            Path draft = Files.createTempFile(folder, file.getFileName().toString(), ".new", mode(folder, "rw-------"));
            try {
                try (OutputStream out = Files.newOutputStream(draft)) {
                    content.transferTo(out);
                }
                force(draft);
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
            force(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path below(String name) {
        Path below = path.resolve(name).normalize();
        if (!below.startsWith(path) || below.equals(path)) {
            throw new IllegalArgumentException("Not within the data folder: " + name);
        }
        return below;
    }

    /** Folders between the data folder and this one are the owner's alone; the data folder is as its operator made it. */
    private void make(Path folder) throws IOException {
        if (folder.equals(path)) {
            Files.createDirectories(folder);
        } else if (!Files.isDirectory(folder)) {
            make(folder.getParent());
            Files.createDirectories(folder, mode(folder.getParent(), "rwx------"));
        }
    }

    private static FileAttribute<?>[] mode(Path folder, String mode) throws IOException {
        return Files.getFileStore(folder).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
