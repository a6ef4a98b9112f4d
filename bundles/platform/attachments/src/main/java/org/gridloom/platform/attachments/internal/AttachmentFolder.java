package org.gridloom.platform.attachments.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.gridloom.platform.files.DataFolder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Folder {@code attachments} of the data folder: {@code ab/cd/<sha256>-<own>}, beside it {@code ….jpg} with its small
 * picture; {@code incoming/} with what is being sent; {@code store.id} that says which database it belongs to. A name is
 * used once, so that removing a file never hits one that was put there since.
 */
@Component(service = AttachmentFolder.class)
public final class AttachmentFolder {

    private static final String NAME = "attachments";
    private static final String INCOMING = "incoming";
    private static final String MARK = "store.id";
    static final String THUMBNAIL = ".jpg";
    private static final int OWN = 8;
    private static final Pattern OURS = Pattern.compile("([0-9a-f]{2}/[0-9a-f]{2}|" + INCOMING + ")/[^/]+");

    private final DataFolder data;

    @Activate
    public AttachmentFolder(@Reference DataFolder data) {
        this.data = data;
    }

    /** An empty file for what is being sent. It is no part of a backup. */
    Path incoming() throws IOException {
        Path folder = Files.createDirectories(data.folder(NAME).resolve(INCOMING));
        return Files.createTempFile(folder, "upload-", ".new");
    }

    /** A name that no other file has or had. */
    static String newName(String sha256) {
        return sha256.substring(0, 2)
                + '/'
                + sha256.substring(2, 4)
                + '/'
                + sha256
                + '-'
                + UUID.randomUUID().toString().substring(0, OWN);
    }

    /** Puts the file down, on disk when this returns. */
    void write(String file, Incoming content) {
        if (content.thumbnail() != null) {
            data.write(NAME + '/' + file + THUMBNAIL, content.thumbnail());
        }
        try (InputStream in = Files.newInputStream(content.path())) {
            data.write(NAME + '/' + file, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path(String file) {
        return data.folder(NAME).resolve(file);
    }

    Path thumbnail(String file) {
        return path(file + THUMBNAIL);
    }

    /** Whether the file is there, in its length. */
    boolean holds(String file, long bytes) {
        try {
            return Files.size(path(file)) == bytes;
        } catch (IOException none) {
            return false;
        }
    }

    /** Makes a file new for {@link #forEachOlder}. */
    void touch(String file, Instant now) {
        for (Path path : new Path[] {path(file), thumbnail(file)}) {
            try {
                Files.setLastModifiedTime(path, FileTime.from(now));
            } catch (NoSuchFileException none) {
                continue;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Says which content a file in the folder belongs to; the small picture to that which it shows. */
    static String contentOf(String path) {
        return path.endsWith(THUMBNAIL) ? path.substring(0, path.length() - THUMBNAIL.length()) : path;
    }

    /** Length of a file by its path in the folder, 0 if it has gone. */
    long length(String path) {
        try {
            return Files.size(path(path));
        } catch (NoSuchFileException gone) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a file by its path in the folder; gives its length. */
    long delete(String path) {
        long bytes = length(path);
        try {
            Files.deleteIfExists(path(path));
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Paths in the folder of what was not touched since; what does not look like ours is left alone. */
    void forEachOlder(Instant limit, Consumer<String> each) throws IOException {
        Path folder = data.folder(NAME);
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                if (attributes.isRegularFile()
                        && attributes.lastModifiedTime().toInstant().isBefore(limit)
                        && OURS.matcher(path).matches()) {
                    each.accept(path);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }
        });
    }

    /** Which database the folder belongs to; empty where it has none yet. */
    Optional<String> mark() {
        try {
            return Optional.of(Files.readString(data.folder(NAME).resolve(MARK), StandardCharsets.US_ASCII)
                    .strip());
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void mark(String mark) {
        data.write(NAME + '/' + MARK, new ByteArrayInputStream(mark.getBytes(StandardCharsets.US_ASCII)));
    }
}
