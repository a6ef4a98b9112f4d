package org.gridloom.organization.internal.store;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A unit's boundary from a day on.
 *
 * @param source where the outline comes from; may be null
 */
public record Boundary(LocalDate validFrom, String geoJson, String source) {

    /** Whether another boundary, or none, shows the same, from whichever day. */
    public boolean isAs(Boundary other) {
        return other != null && geoJson.equals(other.geoJson) && Objects.equals(source, other.source);
    }
}
