package org.gridloom.platform.diagnosis;

import java.util.Objects;
import org.gridloom.platform.text.Text;

/**
 * Something that a {@link Diagnosis} found out.
 *
 * @param check what was examined: short, fixed, lower case, as in {@code disk} or {@code points.ledger}
 * @param level how bad it is
 * @param what what is the case, with the figure that was measured
 * @param cause why that matters, or what it comes from; null where nothing is to be done
 * @param next what to do next: a command as it is typed, or a step in a few words; null where nothing is to be done
 */
public record Finding(String check, Level level, Text what, Text cause, Text next) {

    /** How bad it is, the worst last. */
    public enum Level {
        /** As it should be. */
        OK,
        /** Nothing breaks, but it is worth knowing. */
        NOTE,
        /** It will break, or be missed one day, unless something is done. Administrators see it on every page. */
        WARNING,
        /** Something does not work, or not for long any more. Administrators see it on every page. */
        PROBLEM
    }

    public Finding {
        Objects.requireNonNull(check, "check");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(what, "what");
        if (level != Level.OK) {
            Objects.requireNonNull(cause, "cause");
            Objects.requireNonNull(next, "next");
        }
    }

    public static Finding ok(String check, Text what) {
        return new Finding(check, Level.OK, what, null, null);
    }

    public static Finding note(String check, Text what, Text cause, Text next) {
        return new Finding(check, Level.NOTE, what, cause, next);
    }

    public static Finding warning(String check, Text what, Text cause, Text next) {
        return new Finding(check, Level.WARNING, what, cause, next);
    }

    public static Finding problem(String check, Text what, Text cause, Text next) {
        return new Finding(check, Level.PROBLEM, what, cause, next);
    }

    /** A command, which reads the same in every language. */
    public static Text command(String line) {
        return new Text(line, line);
    }
}
