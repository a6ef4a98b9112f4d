package org.gridloom.platform.privacy.internal.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gridloom.platform.privacy.internal.Consent;

/** Consents in the database. */
public final class ConsentStore {

    private final EntityManager em;

    public ConsentStore(EntityManager em) {
        this.em = em;
    }

    /** The newest first. */
    public List<Consent> of(String subject) {
        return em.createQuery(
                        "select c from ConsentEntity c where c.subject = :subject order by c.givenOn desc, c.id desc",
                        ConsentEntity.class)
                .setParameter("subject", subject)
                .getResultStream()
                .map(ConsentEntity::view)
                .toList();
    }

    public boolean holds(String subject, String field) {
        return inForce(subject, field).isPresent();
    }

    public Consent insert(String subject, String field, LocalDate on, String document) {
        ConsentEntity entity = new ConsentEntity();
        entity.subject = subject;
        entity.field = field;
        entity.givenOn = on;
        entity.givenDocument = document;
        entity.inForce = key(subject, field);
        em.persist(entity);
        em.flush();
        return entity.view();
    }

    /** The consent that holds, which nobody else can change until the end of the transaction. */
    public Optional<Consent> lock(String subject, String field) {
        Optional<ConsentEntity> found = inForce(subject, field);
        found.ifPresent(entity -> em.refresh(entity, LockModeType.PESSIMISTIC_WRITE));
        return found.filter(entity -> entity.inForce != null).map(ConsentEntity::view);
    }

    public Consent withdraw(long id, LocalDate on, String document) {
        ConsentEntity entity = em.find(ConsentEntity.class, id);
        entity.withdraw(on, document);
        em.flush();
        return entity.view();
    }

    private Optional<ConsentEntity> inForce(String subject, String field) {
        return em.createQuery("select c from ConsentEntity c where c.inForce = :key", ConsentEntity.class)
                .setParameter("key", key(subject, field))
                .getResultStream()
                .findFirst();
    }

    private static String key(String subject, String field) {
        return field + " " + subject;
    }
}
