package org.gridloom.platform.security.internal;

import java.time.Instant;

/**
 * A signed-in browser or tool.
 *
 * @param lastUsedAt to the minute
 * @param source network address it signed in from
 * @param agent what it calls itself; null if it does not
 */
public record SessionInfo(long id, Instant createdAt, Instant lastUsedAt, String source, String agent) {}
