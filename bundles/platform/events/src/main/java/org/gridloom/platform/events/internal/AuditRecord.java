package org.gridloom.platform.events.internal;

import java.time.Instant;
import java.util.Map;

/**
 * An entry of the audit trail.
 *
 * @param position place in the chain, null until it is sealed, a moment after the commit
 * @param hash of the entry and the one before it, null until it is sealed
 */
public record AuditRecord(
        long id,
        Long position,
        String hash,
        Instant at,
        String account,
        String origin,
        String requestId,
        String action,
        String subject,
        String unit,
        Map<String, Object> before,
        Map<String, Object> after,
        String reason) {}
