package org.gridloom.platform.files;

import java.io.IOException;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Files that are needed for a while, as what is being imported: a service. Whoever makes one deletes it; what a server that
 * was killed has left is gone at the next start.
 */
@ProviderType
public interface TemporaryFiles {

    /**
     * An empty file that only the server's user may read.
     *
     * @param name what it begins with, as in {@code sheet}
     */
    Path create(String name) throws IOException;
}
