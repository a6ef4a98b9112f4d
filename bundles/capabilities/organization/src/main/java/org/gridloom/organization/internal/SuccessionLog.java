package org.gridloom.organization.internal;

import org.gridloom.organization.internal.domain.Succession;
import org.gridloom.organization.internal.store.SuccessionStore;
import org.gridloom.platform.tx.Tx;
import org.osgi.service.component.annotations.Component;

/**
 * Keeps the succession in memory. Each transaction compares one small row, so every node follows changes made on
 * others. A revision is never used twice, so what a transaction saw that rolled back is never taken for committed.
 */
@Component(service = SuccessionLog.class)
public final class SuccessionLog {

    private record Copy(String revision, Succession succession) {}

    private volatile Copy copy = new Copy("", Succession.NONE);

    /** The succession as the transaction sees it. */
    public Succession current(Tx tx) {
        SuccessionStore store = new SuccessionStore(tx);
        String revision = store.revision();
        Copy known = copy;
        if (known.revision().equals(revision)) {
            return known.succession();
        }
        Succession succession = store.load();
        copy = new Copy(revision, succession);
        return succession;
    }
}
