package org.gridloom.platform.persistence;

import java.util.function.Supplier;

/**
 * Marks what is written though the district is read-only: signing in and out with its failures, what the audit trail
 * must know of who looked, recovery of a lost password, what a platform module notes of its own as it starts, and the
 * switch itself. Records of the district never.
 */
public final class Indispensable {

    private static final ThreadLocal<Boolean> UNDER_WAY = new ThreadLocal<>();

    private Indispensable() {}

    /** Transactions that the work begins are not refused. */
    public static <T> T call(Supplier<T> work) {
        if (isUnderWay()) {
            return work.get();
        }
        UNDER_WAY.set(true);
        try {
            return work.get();
        } finally {
            UNDER_WAY.remove();
        }
    }

    /** As {@link #call} for work without a result. */
    public static void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }

    /** Whether this thread is within such work. */
    public static boolean isUnderWay() {
        return UNDER_WAY.get() != null;
    }
}
