package org.gridloom.platform.rules.internal;

import java.time.Instant;
import java.time.LocalDateTime;

/**
 * When a time is over.
 *
 * @param due the last instant that is in time
 * @param local the same in the district's zone
 * @param announced whether the holidays of every year it runs through are known
 */
public record Deadline(Instant due, LocalDateTime local, boolean announced) {}
