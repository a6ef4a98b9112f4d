package org.gridloom.platform.state;

import java.util.Objects;
import java.util.function.Predicate;
import org.gridloom.platform.text.Text;

/**
 * What must be so before a step may be taken, where states alone do not say it.
 *
 * @param condition in words, for documentation and refusals, as in "the notice has been up for its days"
 * @param holds asked within the transaction, also for what a caller may do now; changes nothing. The case's actions are
 *     left out
 */
public record Guard(Text condition, Predicate<Case> holds) {

    public Guard {
        Objects.requireNonNull(condition, "condition");
        Objects.requireNonNull(holds, "holds");
    }
}
