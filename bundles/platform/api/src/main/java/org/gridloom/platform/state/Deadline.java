package org.gridloom.platform.state;

import java.util.Objects;

/**
 * By when a state is to be left.
 *
 * @param from what decides it
 * @param column for {@link From#RULE} the column, of type duration, of the machine's rule set; else null. A row that
 *     leaves it out sets no deadline
 */
public record Deadline(From from, String column) {

    /** What decides a deadline. */
    public enum From {
        /** The case's own date, as its capability gives it; in time until that day is over. */
        DATE,
        /** A duration of the rule version that the case was opened under, from entering the state. */
        RULE
    }

    public Deadline {
        Objects.requireNonNull(from, "from");
        if ((from == From.RULE) != (column != null)) {
            throw new IllegalArgumentException("a deadline by rule, and only that, names a column");
        }
    }

    /** The case's own date. */
    public static Deadline byDate() {
        return new Deadline(From.DATE, null);
    }

    /** So long after entering the state. */
    public static Deadline byRule(String column) {
        return new Deadline(From.RULE, column);
    }
}
