package org.gridloom.platform.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import org.gridloom.platform.files.DataFolder;
import org.gridloom.platform.files.TemporaryFiles;
import org.gridloom.platform.persistence.internal.osgi.NodeDataFolder;

/** The real data folder, at a place of the test's own, such as a {@code @TempDir}. */
public final class TestFiles {

    private TestFiles() {}

    /** Temporary files wherever the machine has them. */
    public static TemporaryFiles temporary() {
        return name -> Files.createTempFile("gridloom-test-" + name + '-', ".tmp");
    }

    /** A data folder at this path; made when something is written. */
    public static DataFolder in(Path path) {
        return new NodeDataFolder(path);
    }
}
