package org.gridloom.platform.events.internal.delivery;

/**
 * How many parked events are tried again.
 *
 * @param finished false where it was cancelled
 */
public record RetriedEvents(long events, boolean finished) {}
