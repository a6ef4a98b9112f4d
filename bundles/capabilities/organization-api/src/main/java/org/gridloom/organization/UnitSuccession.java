package org.gridloom.organization;

import java.time.LocalDate;

/**
 * Where a code went, or came from.
 *
 * @param date first day on which it holds
 * @param kind what happened
 * @param from code before
 * @param to code since; null where a unit was closed without successor
 * @param document number of the document on which it rests; null if none was cited
 */
public record UnitSuccession(LocalDate date, Kind kind, String from, String to, String document) {

    /** What happened to the unit itself, or to a unit above it that took it along. */
    public enum Kind {
        MOVE,
        MERGE,
        SPLIT,
        CLOSE
    }
}
