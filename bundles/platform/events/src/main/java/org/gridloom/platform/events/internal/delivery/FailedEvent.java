package org.gridloom.platform.events.internal.delivery;

import java.time.Instant;

/**
 * An event that a subscriber failed at.
 *
 * @param unit code of the unit it happened in; null for the whole district
 * @param at when it was published
 * @param attempts how often it was tried
 * @param parked whether it waits for an operator
 * @param nextAttemptAt when it is tried again; null where it is parked
 * @param error exception and message of the last attempt
 * @param heldBack later events of its aggregate that wait behind it
 */
public record FailedEvent(
        String subscriber,
        long position,
        String name,
        String aggregate,
        String unit,
        Instant at,
        int attempts,
        boolean parked,
        Instant nextAttemptAt,
        Instant failedAt,
        String error,
        long heldBack) {}
