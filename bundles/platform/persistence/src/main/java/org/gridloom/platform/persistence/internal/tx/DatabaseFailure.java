package org.gridloom.platform.persistence.internal.tx;

/** The database refused for a reason that is no caller's fault. Says which kind of reason, never the database's words. */
public final class DatabaseFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseFailure(String reason, Throwable cause) {
        super("The database did not do it: " + reason + " (" + cause.getClass().getName() + ")");
    }
}
