package org.gridloom.organization;

import java.time.LocalDate;

/**
 * Which party organisations are wanted; null asks for no restriction.
 *
 * @param unit code of a territory unit: those seated in it or below
 * @param level code of a level
 * @param type code of a type
 * @param covering code of a territory unit: those that cover it or a unit below it
 * @param text part of the name, or beginning of the code
 * @param asOf as organised on that date; null for today
 */
public record PartyOrganizationFilter(
        String unit, String level, String type, String covering, String text, LocalDate asOf) {}
