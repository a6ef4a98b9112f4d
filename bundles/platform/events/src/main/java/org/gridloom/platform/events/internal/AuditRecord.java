package org.gridloom.platform.events.internal;

import java.time.Instant;
import java.util.Map;

/**
 * An entry of the audit trail.
 *
 * @param position place in the chain, null until it is sealed, a moment after the commit
 * @param hash of the entry and the one before it, null until it is sealed
 * @param address where the caller was: a network address, {@code local} for the machine's own console; null for work that
 *     nobody asked for
 */
public record AuditRecord(
        long id,
        Long position,
        String hash,
        Instant at,
        String account,
        String origin,
        String requestId,
        String address,
        String action,
        String subject,
        String unit,
        Map<String, Object> before,
        Map<String, Object> after,
        String reason) {}
