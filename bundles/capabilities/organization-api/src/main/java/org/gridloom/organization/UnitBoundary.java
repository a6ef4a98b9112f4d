package org.gridloom.organization;

import java.time.LocalDate;

/**
 * A unit's boundary.
 *
 * @param code code of the unit on the date it was asked for
 * @param validFrom first day of this boundary
 * @param geoJson a GeoJSON geometry (RFC 7946), Polygon or MultiPolygon, WGS 84 longitude and latitude
 * @param source where the outline comes from; null if that is not recorded
 * @param version version of the unit's record
 */
public record UnitBoundary(String code, LocalDate validFrom, String geoJson, String source, long version) {}
