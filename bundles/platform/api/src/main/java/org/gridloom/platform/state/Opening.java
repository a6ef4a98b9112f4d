package org.gridloom.platform.state;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

/**
 * How a case begins.
 *
 * @param unit code of the unit in which permissions are judged and lists count it
 * @param dueOn the case's own date; null for none
 * @param ruleKey values of the key columns that pick the row of the machine's rule set; empty for a set without key
 * @param state where it begins, for a record that was there before; null for the machine's first state
 */
public record Opening(String unit, LocalDate dueOn, Map<String, String> ruleKey, String state) {

    public Opening {
        Objects.requireNonNull(unit, "unit");
        ruleKey = Map.copyOf(ruleKey);
    }

    /** In the machine's first state. */
    public static Opening in(String unit) {
        return new Opening(unit, null, Map.of(), null);
    }

    /** The same with a date of its own. */
    public Opening due(LocalDate on) {
        return new Opening(unit, on, ruleKey, state);
    }

    /** The same by a row of the rules. */
    public Opening ruled(Map<String, String> key) {
        return new Opening(unit, dueOn, key, state);
    }

    /** The same for a record that was there before, in the state in which it stands. */
    public Opening standing(String at) {
        return new Opening(unit, dueOn, ruleKey, at);
    }
}
