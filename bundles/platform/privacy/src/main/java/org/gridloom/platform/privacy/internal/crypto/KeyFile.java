package org.gridloom.platform.privacy.internal.crypto;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.gridloom.platform.files.DataFolder;

/**
 * The file with the master keys, outside the database. It is read anew whenever keys are needed: what is taken away opens
 * nothing any more.
 */
public final class KeyFile {

    /** Of the key of blind indexes; the others count from 1. */
    public static final int INDEX = 0;

    private static final String NAME = "privacy/master.keys";
    private static final String ENTRY = "key.";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DataFolder data;
    private final Path elsewhere;

    /** @param elsewhere null for the place in the data folder */
    public KeyFile(DataFolder data, Path elsewhere) {
        this.data = data;
        this.elsewhere = elsewhere;
    }

    public Path path() {
        return elsewhere == null ? data.path().resolve(NAME) : elsewhere;
    }

    /**
     * The keys by number; empty where there is no file.
     *
     * @throws IOException if it cannot be read or holds something else
     */
    public Optional<Map<Integer, byte[]>> read() throws IOException {
        if (Files.notExists(path())) {
            return Optional.empty();
        }
        Properties entries = new Properties();
        try (Reader reader = Files.newBufferedReader(path(), StandardCharsets.US_ASCII)) {
            entries.load(reader);
        }
        Map<Integer, byte[]> keys = new TreeMap<>();
        try {
            for (String name : entries.stringPropertyNames()) {
                byte[] key = Base64.getDecoder().decode(entries.getProperty(name));
                if (!name.startsWith(ENTRY) || key.length != BYTES) {
                    throw new IOException("an entry is no key");
                }
                keys.put(Integer.valueOf(name.substring(ENTRY.length())), key);
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("an entry is no key", e);
        }
        return Optional.of(keys);
    }

    /** Puts the file down as a whole, for the server's user only. */
    public void write(Map<Integer, byte[]> keys) {
        StringBuilder text = new StringBuilder(
                "# Keys of personal data. Without this file nobody can read them; with it and the database, anybody can.\n"
                        + "# Keep a copy apart from the backups.\n");
        keys.forEach((number, key) -> text.append(ENTRY)
                .append(number)
                .append('=')
                .append(Base64.getEncoder().encodeToString(key))
                .append('\n'));
        byte[] content = text.toString().getBytes(StandardCharsets.US_ASCII);
        if (elsewhere == null) {
            data.write(NAME, content);
        } else {
            writeElsewhere(content);
        }
    }

    private void writeElsewhere(byte[] content) {
        FileAttribute<Set<PosixFilePermission>> ownersOnly =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try {
            Path draft = Files.createTempFile(elsewhere.toAbsolutePath().getParent(), "master", ".new", ownersOnly);
            try {
                Files.write(draft, content);
                try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
                Files.move(draft, elsewhere, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether others than its owner may read it. */
    public boolean isOpenToOthers() {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path());
            return permissions.contains(PosixFilePermission.GROUP_READ)
                    || permissions.contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    public static byte[] newKey() {
        byte[] key = new byte[BYTES];
        RANDOM.nextBytes(key);
        return key;
    }

    /** Tells a key from another one, and nothing of it. */
    public static String checkValue(byte[] key) {
        return Digests.of(Digests.derived(key, "check"), "gridloom");
    }
}
