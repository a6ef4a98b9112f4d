package org.gridloom.organization;

import java.time.LocalDate;

/**
 * Which posts are wanted; null asks for no restriction.
 *
 * @param unit code of a territory unit: posts that count for it or for a unit below
 * @param at code of the organisation, unit or body that has them
 * @param kind code of a kind
 * @param duty see {@link PostKind#duty}
 * @param person code of a person
 * @param asOf held on that date; null for today
 * @param history true for terms of all times; {@code asOf} then only says where organisations are seated
 */
public record PostFilter(
        String unit, String at, String kind, String duty, String person, LocalDate asOf, boolean history) {}
