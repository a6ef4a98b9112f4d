package org.gridloom.platform.security.internal;

import java.time.Instant;

/**
 * Who may sign in.
 *
 * @param name in lower case
 * @param unit code of the home unit by whose scope others' access to the account is judged; null for the district's own
 * @param credentialVersion moves with password and state, so that what was remembered about them is dropped
 */
public record Account(
        long id,
        String name,
        String displayName,
        String unit,
        boolean enabled,
        boolean mustChangePassword,
        long credentialVersion,
        Instant passwordChangedAt,
        Instant createdAt,
        long version) {}
