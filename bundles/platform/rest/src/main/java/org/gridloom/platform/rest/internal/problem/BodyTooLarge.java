package org.gridloom.platform.rest.internal.problem;

import java.io.IOException;
import org.gridloom.platform.text.Text;

/** A request's body has more bytes than the platform takes. */
public final class BodyTooLarge extends IOException {

    private static final long serialVersionUID = 1L;
    private static final long KIB = 1024;

    private final long limit;

    public BodyTooLarge(long limit) {
        super("More than " + limit + " bytes");
        this.limit = limit;
    }

    Refusal refusal() {
        return Refusal.of(413, Text.of("内容最多 %d KB", "The content may have at most %d KB", limit / KIB))
                .with("Connection", "close");
    }
}
