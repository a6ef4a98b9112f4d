package org.gridloom.platform.states.internal.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Instants as both databases keep them; null stays null. */
final class Times {

    private Times() {}

    static OffsetDateTime stored(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    static Instant read(OffsetDateTime stored) {
        return stored == null ? null : stored.toInstant();
    }
}
