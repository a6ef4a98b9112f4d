package org.gridloom.organization;

import java.time.LocalDate;

/**
 * Which boundaries are wanted.
 *
 * @param under code of a unit: those of units below it; null for the district
 * @param level code of the level of the units; null for the units directly below
 * @param self whether the unit's own boundary comes along
 * @param asOf the date; null for today
 */
public record BoundaryFilter(String under, String level, boolean self, LocalDate asOf) {}
