package org.gridloom.platform.rest.internal.idempotency;

/** A request with this key was served before. */
final class KeyTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeyTaken() {
        super(null, null, false, false);
    }
}
