package org.gridloom.platform.rest.internal.problem;

import java.sql.SQLException;
import java.util.Set;

/**
 * An exception as it may stand in the log: types and frames, but no messages, as those of database drivers and parsers
 * repeat what people typed. Kept are messages that only name code, and a database's error codes.
 */
public final class SafeTrace extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int MAX_DEPTH = 10;
    private static final Set<Class<?>> NAMES_ONLY_CODE = Set.of(
            NullPointerException.class, ClassCastException.class, StackOverflowError.class, OutOfMemoryError.class);

    private SafeTrace(Throwable original, int depth) {
        super(describe(original));
        setStackTrace(original.getStackTrace());
        if (original.getCause() != null && depth < MAX_DEPTH) {
            initCause(new SafeTrace(original.getCause(), depth + 1));
        }
    }

    public static SafeTrace of(Throwable original) {
        return new SafeTrace(original, 0);
    }

    private static String describe(Throwable original) {
        String name = original.getClass().getName();
        if (original instanceof SQLException sql) {
            return name + " [state " + sql.getSQLState() + ", code " + sql.getErrorCode() + "]";
        }
        return original instanceof LinkageError || NAMES_ONLY_CODE.contains(original.getClass())
                ? name + ": " + original.getMessage()
                : name;
    }

    @Override
    public String toString() {
        return getMessage();
    }
}
