package org.gridloom.organization;

import java.time.LocalDate;

/**
 * Which outside organisations are wanted; null asks for no restriction.
 *
 * @param unit code of a territory unit: those that reside in it or below
 * @param type code of a type
 * @param serving code of a territory unit: those that serve it or a unit below it
 * @param text part of the name, or beginning of the code
 * @param asOf as it was on that date; null for today
 */
public record OutsideOrganizationFilter(String unit, String type, String serving, String text, LocalDate asOf) {}
