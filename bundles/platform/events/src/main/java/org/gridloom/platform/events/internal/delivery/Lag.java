package org.gridloom.platform.events.internal.delivery;

import java.time.Instant;

/**
 * How far a subscriber is behind.
 *
 * @param here whether it is installed on this node
 * @param waiting events that it has still to get, those held back not counted; 0 where it is not here
 * @param oldest when the first of these was recorded, null without any
 * @param parked events that wait for an operator
 */
public record Lag(String subscriber, boolean here, long waiting, Instant oldest, long parked) {}
