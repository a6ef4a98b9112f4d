package org.gridloom.organization;

import java.time.LocalDate;

/**
 * Which units are wanted; every part that is not null narrows the list.
 *
 * @param under code of a unit: itself and all below it
 * @param parent code of a unit: those directly below it
 * @param level code of a level
 * @param kind code of a kind
 * @param text part of a name, two characters or more; digits alone are the beginning of a code
 * @param asOf the date as of which the structure is shown; null for today
 */
public record UnitFilter(String under, String parent, String level, String kind, String text, LocalDate asOf) {

    public static UnitFilter under(String code, LocalDate asOf) {
        return new UnitFilter(code, null, null, null, null, asOf);
    }

    public static UnitFilter childrenOf(String code, LocalDate asOf) {
        return new UnitFilter(null, code, null, null, null, asOf);
    }

    public static UnitFilter matching(String text, LocalDate asOf) {
        return new UnitFilter(null, null, null, null, text, asOf);
    }

    /** The same, at one level only. */
    public UnitFilter at(String levelCode) {
        return new UnitFilter(under, parent, levelCode, kind, text, asOf);
    }
}
