package org.gridloom.platform.persistence.internal.migration;

import org.gridloom.platform.text.Text;

/** A unit's tables could not be brought up to date. Says where and of what kind, never the database's words. */
public final class MigrationFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Text text;

    MigrationFailure(Text text) {
        super(text.en());
        this.text = text;
    }

    public Text text() {
        return text;
    }
}
