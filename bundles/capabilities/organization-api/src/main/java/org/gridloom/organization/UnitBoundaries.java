package org.gridloom.organization;

import java.io.IOException;
import java.io.OutputStream;
import org.osgi.annotation.versioning.ProviderType;

/** Boundaries of several units, read from the database while they are written out, however many they are. */
@ProviderType
public interface UnitBoundaries {

    /** Another text whenever the boundaries, their units' names or the structure have changed, and on another date. */
    String revision();

    /**
     * Writes a GeoJSON FeatureCollection (RFC 7946) and flushes it: one feature for each unit whose boundary is
     * recorded, with {@code code}, {@code name}, {@code level} and, where recorded, {@code source} as properties.
     */
    void writeTo(OutputStream out) throws IOException;
}
