package org.gridloom.platform.events.internal.chain;

import java.time.Instant;

/**
 * The last verification on this node.
 *
 * @param at when it was
 * @param whole whether nothing was found
 */
public record Verified(Instant at, boolean whole) {}
