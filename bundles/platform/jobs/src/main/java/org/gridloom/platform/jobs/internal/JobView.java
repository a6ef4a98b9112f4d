package org.gridloom.platform.jobs.internal;

import java.time.Instant;
import java.util.Map;

/**
 * A job as operators see it.
 *
 * @param name of its handler
 * @param key what it is about; empty for a recurring one
 * @param recurring whether its handler lets it run again and again
 * @param state {@code waiting}, {@code retried} (it failed and is tried again by itself) or {@code parked}
 * @param dueAt when it was, or is, to run
 * @param nextAttemptAt when it is tried next; null where it is parked
 * @param attempts how often it has failed since it went well
 * @param error exception and message of the last failure
 * @param doneAt when a recurring one went well last
 * @param here whether the node that answers can run it
 */
public record JobView(
        long id,
        String name,
        String key,
        boolean recurring,
        String state,
        Instant dueAt,
        Instant nextAttemptAt,
        int attempts,
        Instant failedAt,
        String error,
        Instant doneAt,
        Map<String, Object> payload,
        boolean here) {

    public static final String WAITING = "waiting";
    public static final String RETRIED = "retried";
    public static final String PARKED = "parked";

    public JobView knownHere(boolean known) {
        return new JobView(
                id,
                name,
                key,
                recurring,
                state,
                dueAt,
                nextAttemptAt,
                attempts,
                failedAt,
                error,
                doneAt,
                payload,
                known);
    }
}
