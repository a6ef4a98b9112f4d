package org.gridloom.platform.unit;

import java.time.LocalDate;
import java.util.Set;

/**
 * A change of structure that somebody looks at before it is made.
 *
 * @param kind what is to be done
 * @param units codes of the units that it is done to, on the date
 * @param unitsInAll how many units these are with all below them
 * @param parent code of the unit, on the date, below which they or what they become will lie; null for closing
 * @param scope codes under which records were written that it touches: those of the units and of all below them; of a
 *     unit that is split only its own, as what lies below goes along with the parts
 * @param date first day on which it would hold
 */
public record PlannedRestructuring(
        Kind kind, Set<String> units, long unitsInAll, String parent, UnitScope scope, LocalDate date) {

    /** What is done to units. */
    public enum Kind {
        /** A unit gets another parent, and goes there with all below it. */
        MOVE,
        /** Units become one new one, with all below them. */
        MERGE,
        /** A unit becomes several; its own records stay where they are and count for the unit above. */
        SPLIT,
        /** A unit ends, with all below it, and has no successor. */
        CLOSE
    }

    public PlannedRestructuring {
        units = Set.copyOf(units);
    }
}
