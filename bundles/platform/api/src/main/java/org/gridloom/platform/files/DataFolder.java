package org.gridloom.platform.files;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The node's folder {@code GRIDLOOM_DATA}, a service: for keys, logins and files that do not belong into the database.
 * Each node of a district has its own, unless its operator shares it.
 */
@ProviderType
public interface DataFolder {

    /** The folder itself. */
    Path path();

    /**
     * A folder below it that only the server's user may enter; made if it is not there. What is in it stays when the
     * bundle goes.
     *
     * @param name one level, as in {@code attachments}
     * @throws java.io.UncheckedIOException if it cannot be made
     */
    Path folder(String name);

    /**
     * Puts a file down as a whole: after a crash there is either the former or the new one. It is on disk when this
     * returns, and only the server's user may read it (mode 600 where the file system knows modes).
     *
     * @param name relative to the folder, as in {@code keys/person.key}; folders on the way are made as by
     *     {@link #folder}
     * @param content is read to its end and not closed
     * @throws java.io.UncheckedIOException if it cannot be read or written; the former file is then still there
     */
    void write(String name, InputStream content);

    /** The same for a small file. */
    default void write(String name, byte[] content) {
        write(name, new ByteArrayInputStream(content));
    }
}
