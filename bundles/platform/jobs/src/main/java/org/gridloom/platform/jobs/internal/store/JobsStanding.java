package org.gridloom.platform.jobs.internal.store;

import java.time.Duration;
import java.time.Instant;

/**
 * How the jobs of a name stand.
 *
 * @param waiting that are due now or later, those that failed and are tried again included
 * @param retried those of them that failed
 * @param failures how often one failed in a row that is not tried before its next time; 0 where there is none
 * @param oldest since when the one that waits longest is due; null where none is due
 */
public record JobsStanding(String name, long waiting, long parked, long retried, int failures, Instant oldest) {

    public long lateSeconds(Instant now) {
        return oldest == null ? 0 : Duration.between(oldest, now).toSeconds();
    }
}
