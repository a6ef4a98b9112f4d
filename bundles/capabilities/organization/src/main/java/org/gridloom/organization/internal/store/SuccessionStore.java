package org.gridloom.organization.internal.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.gridloom.organization.internal.domain.Succession;
import org.gridloom.platform.tx.Tx;

/** The succession in the database. */
public final class SuccessionStore {

    private final Tx tx;
    private final EntityManager em;

    public SuccessionStore(Tx tx) {
        this.tx = tx;
        em = tx.em();
    }

    /** Changes with each change of the succession and never comes back. Every request asks for it, hence without JPA. */
    public String revision() {
        try (PreparedStatement select =
                        tx.connection().prepareStatement("select revision from organization_structure");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public Succession load() {
        return new Succession(em
                .createQuery("select s from SuccessionEntity s order by s.ordinal", SuccessionEntity.class)
                .getResultList()
                .stream()
                .map(SuccessionEntity::step)
                .toList());
    }

    /** Lets only one transaction at a time change several units; whoever does takes this lock before any other. */
    public void lock() {
        em.find(StructureEntity.class, StructureEntity.ID, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Ordinal of the next step. */
    public long nextOrdinal() {
        return em.createQuery("select s.nextOrdinal from StructureEntity s", Long.class)
                .getSingleResult();
    }

    /** Records steps, under the lock. */
    public void append(List<Succession.Step> steps) {
        if (steps.isEmpty()) {
            return;
        }
        em.find(StructureEntity.class, StructureEntity.ID).advance(steps.size());
        steps.forEach(step -> em.persist(SuccessionEntity.of(step)));
    }
}
