package org.gridloom.platform.sheet;

/** Ends an export of which only the beginning was wanted. */
final class FoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FoundException() {
        super(null, null, false, false);
    }
}
