package org.gridloom.itests.harness;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where a container under test keeps its records. */
public interface Database extends AutoCloseable {

    /** What a container can keep its records in. */
    enum Kind {
        H2,
        POSTGRESQL;

        /** A new, empty database of this kind. */
        public Database create() {
            return switch (this) {
                case H2 -> new FileDatabase();
                case POSTGRESQL -> new PostgresDatabase();
            };
        }
    }

    /** The settings that make Gridloom use it. */
    Map<String, String> environment();

    /** Whether it has a life of its own, and may die while Gridloom runs. */
    boolean isServer();

    /** Ends the server's processes at once, as a crash does, and starts it again on the same files. */
    void killAndRestart();

    /** Where it keeps files of its own, once all is written there; empty where they lie in Gridloom's data folder. */
    default Optional<Path> writtenFiles() {
        return Optional.empty();
    }

    @Override
    void close();
}
