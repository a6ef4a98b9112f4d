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

    /**
     * Waits until nobody else changes what has one of these names; lasts until the end of the transaction. What was read
     * before is forgotten, as it may have changed meanwhile.
     */
    public void take(Collection<String> names) {
        TreeSet<Integer> rows = new TreeSet<>();
        names.forEach(name -> rows.add(Math.floorMod(name.hashCode(), ROWS)));
        rows.forEach(row -> em.find(LockEntity.class, row, LockModeType.PESSIMISTIC_WRITE));
        em.flush();
        em.clear();
    }

    /** For a change that may concern any of them. */
    public void takeAll() {
        for (int row = 0; row < ROWS; row++) {
            em.find(LockEntity.class, row, LockModeType.PESSIMISTIC_WRITE);
        }
        em.flush();
        em.clear();
    }
}
