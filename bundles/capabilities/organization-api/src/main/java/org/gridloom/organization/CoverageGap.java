package org.gridloom.organization;

/**
 * A blind spot.
 *
 * @param kind {@code grid-without-branch}, {@code grid-without-head}, {@code grid-without-full-time-worker},
 *     {@code organization-without-lead} or {@code organization-without-seat} (its unit was closed without successor)
 * @param unit code of the territory unit it is in
 * @param code code of the grid or the organisation
 * @param name its name
 */
public record CoverageGap(String kind, String unit, String code, String name) {}
