package org.gridloom.platform.event;

import java.time.Instant;
import java.util.Map;

/**
 * An event as a subscriber gets it; see {@link org.gridloom.platform.tx.EventDraft} for what its publisher said.
 *
 * @param position place in the district's log of events; later events have higher ones
 * @param version version of the payload's form, after the publisher's upcasters
 * @param unit code of the unit it happened in; null for the whole district
 * @param at when it was published
 * @param account who did what it tells of
 * @param payload JSON values only
 */
public record Event(
        long position,
        String name,
        int version,
        String aggregate,
        String unit,
        Instant at,
        String account,
        Map<String, Object> payload) {}
