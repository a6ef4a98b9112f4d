package org.gridloom.platform.rest.internal.problem;

import org.gridloom.platform.text.Text;

/** A parameter's text cannot be read as what it should be. */
public final class NotAllowedValue extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient Text allowed;

    public NotAllowedValue(Text allowed) {
        super(allowed.en());
        this.allowed = allowed;
    }

    Text allowed() {
        return allowed;
    }
}
