package org.gridloom.platform.privacy.internal;

import java.time.Instant;

/**
 * Somebody saw a person's data in clear.
 *
 * @param origin {@code rest}, {@code console} or {@code system}
 * @param field code of the field; null where all was exported
 */
public record Look(Instant at, String account, String origin, String requestId, String field, String reason) {}
