package org.gridloom.platform.events.internal.delivery;

import java.time.Instant;

/**
 * How far a subscriber is.
 *
 * @param here whether it is installed on the node that answers
 * @param position up to where it has dealt with the log
 * @param waiting how many events it has still to get, those held back not counted; null where it is not here
 * @param retried how many it failed at that are tried again by themselves
 * @param parked how many it failed at that wait for an operator
 * @param heldBack how many wait behind those
 * @param failedAt when it failed last, at what is still held; null if at nothing
 * @param error what was thrown then
 */
public record SubscriberStanding(
        String name,
        boolean here,
        long position,
        Long waiting,
        long retried,
        long parked,
        long heldBack,
        Instant failedAt,
        String error) {}
