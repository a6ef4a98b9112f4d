package org.gridloom.platform.files;

import org.gridloom.platform.problem.Problem;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The disk of the node's data folder, a service. Whoever is about to write much (an upload, an import, an archive) asks
 * first, so that what is left stays for the database, the audit trail and the logs. Uploads over REST are asked for by
 * the platform itself.
 */
@ProviderType
public interface Storage {

    /**
     * Refuses what would leave less than the reserve.
     *
     * @param bytes how much is going to be written; 0 where that is not known
     * @throws Problem {@link Problem.Kind#FULL}
     */
    void require(long bytes);

    /** What there is now; measured, at most a second old. */
    Space space();

    /**
     * Space on a disk, in bytes.
     *
     * @param free what the server may still use
     * @param level how that is judged
     */
    record Space(long total, long free, Level level) {}

    /** How full a disk is. */
    enum Level {
        ENOUGH,
        /** Operators are warned. */
        LOW,
        /** What is left is the reserve: uploads, imports and archives are refused. */
        FULL
    }
}
