package org.gridloom.platform.persistence.internal.osgi;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.gridloom.platform.files.DataFolder;
import org.gridloom.platform.files.TemporaryFiles;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folder {@code temporary} of the data folder: a folder for each process and beside it a file that the process holds
 * locked. A lock ends with its process, so what is not locked is nobody's; a data folder may be shared.
 */
@Component(service = TemporaryFiles.class)
public final class NodeTemporaryFiles implements TemporaryFiles {

    private static final Logger LOG = LoggerFactory.getLogger(NodeTemporaryFiles.class);
    private static final String NAME = "temporary";
    private static final String LOCK = ".lock";

    private final Path all;
    private final Path own;
    private final FileChannel lock;

    @Activate
    public NodeTemporaryFiles(@Reference DataFolder data) throws IOException {
        all = data.folder(NAME);
        clear();
        Path mine;
        FileChannel held;
        do {
            mine = all.resolve(UUID.randomUUID().toString());
            held = hold(lockOf(mine));
        } while (held == null);
        own = Files.createDirectory(mine);
        lock = held;
    }

    /** Null if another process took the file for one that was left behind, between its making and its locking. */
    private static FileChannel hold(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        if (isTaken(channel) && Files.exists(file)) {
            return channel;
        }
        channel.close();
        return null;
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            FileLock taken = channel.tryLock();
            return taken != null;
        } catch (OverlappingFileLockException ofThisProcess) {
            return false;
        }
    }

    private static Path lockOf(Path folder) {
        return folder.resolveSibling(folder.getFileName() + LOCK);
    }

    private void clear() throws IOException {
        for (Path file : children(all)) {
            String name = file.getFileName().toString();
            if (name.endsWith(LOCK)) {
                clear(all.resolve(name.substring(0, name.length() - LOCK.length())), file);
            }
        }
    }

    private static void clear(Path folder, Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            if (isTaken(channel)) {
                delete(folder);
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warn("What a former process left in {} cannot be removed", folder, e);
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> below = Files.walk(folder)) {
                for (Path each : below.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(each);
                }
            }
        }
    }

    @Override
    public Path create(String name) throws IOException {
        return Files.createTempFile(own, name + '-', ".tmp");
    }

    @Deactivate
    public void close() throws IOException {
        delete(own);
        Files.deleteIfExists(lockOf(own));
        lock.close();
    }
}
