package org.gridloom.platform.privacy.internal.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Master keys by number, and people's keys. */
public final class KeyStore {

    /** A master key in use. */
    public record Master(int id, String checkValue, Instant madeAt) {}

    private static final int MOST_AT_ONCE = 500;

    private final EntityManager em;

    public KeyStore(EntityManager em) {
        this.em = em;
    }

    public Map<Integer, Master> masters() {
        return em.createQuery("select k from KeyEntity k", KeyEntity.class)
                .getResultStream()
                .map(key -> new Master(key.id, key.checkValue, key.madeAt.toInstant()))
                .collect(Collectors.toMap(Master::id, key -> key, (one, other) -> one, TreeMap::new));
    }

    public void addMaster(int id, String checkValue, Instant now) {
        KeyEntity key = new KeyEntity();
        key.id = id;
        key.checkValue = checkValue;
        key.madeAt = now.atOffset(ZoneOffset.UTC);
        em.persist(key);
        em.flush();
    }

    /** Fails where a person's key is still under it. */
    public void dropMaster(int id) {
        em.remove(em.find(KeyEntity.class, id));
        em.flush();
    }

    /** How many people's keys are under each master key. */
    public Map<Integer, Long> uses() {
        return em.createQuery(
                        "select s.keyId, count(s) from SubjectEntity s where s.keyId is not null group by s.keyId",
                        Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (Integer) row[0], row -> (Long) row[1]));
    }

    public Map<String, SubjectKey> find(Collection<String> subjects) {
        Map<String, SubjectKey> found = new HashMap<>();
        List<String> all = subjects.stream().distinct().toList();
        for (int from = 0; from < all.size(); from += MOST_AT_ONCE) {
            em.createQuery("select s from SubjectEntity s where s.subject in :subjects", SubjectEntity.class)
                    .setParameter("subjects", all.subList(from, Math.min(all.size(), from + MOST_AT_ONCE)))
                    .getResultList()
                    .forEach(entity -> found.put(entity.subject, entity.view()));
        }
        return found;
    }

    /** Nobody else can change or destroy it until the end of the transaction. */
    public Optional<SubjectKey> lock(String subject) {
        SubjectEntity found = em.find(SubjectEntity.class, subject);
        if (found != null) {
            em.refresh(found, LockModeType.PESSIMISTIC_WRITE);
        }
        return Optional.ofNullable(found).map(SubjectEntity::view);
    }

    public void insert(String subject, int keyId, String wrapped, Instant now) {
        SubjectEntity entity = entity(subject, now);
        entity.wrap(keyId, wrapped);
        em.persist(entity);
        em.flush();
    }

    /** Whether somebody's key is under an older master key than this. */
    public boolean anyUnder(int olderThan) {
        return !under(olderThan, 1).isEmpty();
    }

    /** People's keys under an older master key than this, which nobody else can change until the end of the transaction. */
    public List<SubjectKey> lockUnder(int olderThan, int limit) {
        // In two steps, as H2 locks no part of a result.
        return em.createQuery(
                        "select s from SubjectEntity s where s.subject in :some and s.keyId < :id order by s.subject",
                        SubjectEntity.class)
                .setParameter("some", under(olderThan, limit))
                .setParameter("id", olderThan)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .map(SubjectEntity::view)
                .toList();
    }

    private List<String> under(int olderThan, int limit) {
        return em.createQuery(
                        "select s.subject from SubjectEntity s where s.keyId < :id order by s.subject", String.class)
                .setParameter("id", olderThan)
                .setMaxResults(limit)
                .getResultList();
    }

    public void rewrap(String subject, int keyId, String wrapped) {
        em.find(SubjectEntity.class, subject).wrap(keyId, wrapped);
    }

    /** Destroys the key; remembers the erasure also of who had none. */
    public void erase(String subject, String reason, String document, Instant now) {
        SubjectEntity entity = em.find(SubjectEntity.class, subject);
        if (entity == null) {
            entity = entity(subject, now);
            em.persist(entity);
        }
        entity.erase(reason, document, now.atOffset(ZoneOffset.UTC));
        em.flush();
    }

    private static SubjectEntity entity(String subject, Instant now) {
        SubjectEntity entity = new SubjectEntity();
        entity.subject = subject;
        entity.madeAt = now.atOffset(ZoneOffset.UTC);
        return entity;
    }
}
