package org.gridloom.organization.internal.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.TreeSet;

/**
 * Makes changes of the same organisation, or of posts at the same place, come one after the other, also on several
 * nodes. There is no row of its own to lock for a place without posts, so a code leads to one of a few rows; always
 * taken in ascending order, they cannot deadlock.
 */
public final class Locks {

    /** As many rows as the table has. */
    static final int ROWS = 64;

    private final EntityManager em;

    public Locks(EntityManager em) {
        this.em = em;
    }

    /** Waits until nobody else changes what has one of these codes; lasts until the end of the transaction. */
    public void take(Collection<String> codes) {
        TreeSet<Integer> rows = new TreeSet<>();
        codes.forEach(code -> rows.add(Math.floorMod(code.hashCode(), ROWS)));
        rows.forEach(row -> em.find(LockEntity.class, row, LockModeType.PESSIMISTIC_WRITE));
    }
}
