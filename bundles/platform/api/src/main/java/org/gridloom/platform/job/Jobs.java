package org.gridloom.platform.job;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.gridloom.platform.tx.Tx;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Schedules jobs within the caller's transaction: what is rolled back was never scheduled, what is committed runs once.
 * Needs no permission; the use case that schedules checked its own. A name and a key stand for one job: scheduling it a
 * second time replaces the first.
 */
@ProviderType
public interface Jobs {

    /** Longest name and longest key. */
    int LONGEST = 200;

    /**
     * Lets a {@link JobHandler} of this name run at an instant, or at once if that has passed. Where a job of the name and
     * key waits, failed or is parked, this replaces it.
     *
     * @param name of the handler, which need not be there yet
     * @param key what the job is about, as in {@code task/17}, 1 to 200 characters
     * @param payload JSON values only; operators see it, so it names no person
     * @throws IllegalArgumentException for a name, key or payload out of these bounds
     */
    void schedule(Tx tx, String name, String key, Instant dueAt, Map<String, ?> payload);

    /**
     * The job will not run. One that is under way is waited for.
     *
     * @return whether there was one
     */
    boolean cancel(Tx tx, String name, String key);

    /** The job, while it waits, failed or is parked. */
    Optional<Job> find(Tx tx, String name, String key);
}
