package org.gridloom.platform.rest.internal.idempotency;

import jakarta.servlet.ServletException;
import java.io.IOException;

/** Carries a checked exception through a transaction. */
final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private Failure(Exception cause) {
        super(cause);
    }

    /** Something that a servlet does. */
    @FunctionalInterface
    interface Work {
        void run() throws ServletException, IOException;
    }

    static void wrap(Work work) {
        try {
            work.run();
        } catch (ServletException | IOException e) {
            throw new Failure(e);
        }
    }

    /** As a ServletException; an IOException is thrown as it is. */
    ServletException unwrapped() throws IOException {
        if (getCause() instanceof IOException io) {
            throw io;
        }
        return (ServletException) getCause();
    }
}
