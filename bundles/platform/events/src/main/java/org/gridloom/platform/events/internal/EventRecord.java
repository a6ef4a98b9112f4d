package org.gridloom.platform.events.internal;

import java.time.Instant;
import java.util.Map;

/**
 * A published event.
 *
 * @param position place in the log, null until it is sealed, a moment after the commit
 */
public record EventRecord(
        long id,
        Long position,
        String name,
        int version,
        String aggregate,
        String unit,
        Instant at,
        String account,
        Map<String, Object> payload) {}
