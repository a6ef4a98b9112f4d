package org.gridloom.organization.internal;

import org.gridloom.organization.internal.domain.CodeLayout;

/** The lowest unit above all that an import touches: whose auditors may read the entry of it. */
final class Common {

    private final CodeLayout layout;
    private String code;

    Common(CodeLayout layout) {
        this.layout = layout;
    }

    void cover(String other) {
        while (code != null && !other.startsWith(layout.prefix(code))) {
            code = layout.parentOf(code);
        }
        code = code == null ? other : code;
    }

    String code() {
        return code;
    }
}
