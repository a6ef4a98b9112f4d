package org.gridloom.platform.security.internal;

import java.time.Instant;

/**
 * An account as others see it.
 *
 * @param unit code of the home unit; null for the district's own
 * @param lockedUntil while too many sign-ins have failed; null otherwise
 */
public record AccountView(
        String name,
        String displayName,
        String unit,
        boolean enabled,
        boolean mustChangePassword,
        Instant lockedUntil,
        Instant createdAt,
        Instant passwordChangedAt,
        long version) {}
