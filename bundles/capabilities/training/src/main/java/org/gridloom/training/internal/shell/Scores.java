package org.gridloom.training.internal.shell;

import java.math.BigDecimal;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;

/** Reads scores that are typed in. */
final class Scores {

    private Scores() {}

    /** Null where the option is absent. */
    static BigDecimal parse(String option, String text) {
        try {
            return text == null ? null : new BigDecimal(text);
        } catch (NumberFormatException none) {
            throw Problem.invalid(option, Text.of("应为数字,如 92.5", "Must be a number, as in 92.5"));
        }
    }
}
