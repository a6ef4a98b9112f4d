package org.gridloom.platform.rules.internal.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gridloom.platform.rule.RuleRow;
import org.gridloom.platform.rule.RuleVersion;
import org.gridloom.platform.rules.internal.domain.InForce;

/** Versions of rule sets in the database. */
public final class RuleStore {

    private final EntityManager em;

    public RuleStore(EntityManager em) {
        this.em = em;
    }

    /** Revisions of all sets; another one than before where what is in force changed. */
    public Map<String, String> revisions() {
        return em.createQuery("select s from RuleSetEntity s", RuleSetEntity.class)
                .getResultStream()
                .collect(Collectors.toMap(set -> set.code, set -> set.revision));
    }

    /** Locks the set until the end of the transaction; makes it where it is new. */
    public void lock(String ruleSet) {
        if (em.find(RuleSetEntity.class, ruleSet, LockModeType.PESSIMISTIC_WRITE) == null) {
            RuleSetEntity set = new RuleSetEntity();
            set.code = ruleSet;
            set.touch();
            em.persist(set);
            em.flush();
        }
    }

    /** All versions, those that begin last first. */
    public List<RuleVersion> versions(String ruleSet) {
        return em.createQuery(
                        "select v from RuleVersionEntity v where v.ruleSet = :set order by v.validFrom desc, v.id desc",
                        RuleVersionEntity.class)
                .setParameter("set", ruleSet)
                .getResultStream()
                .map(RuleVersionEntity::view)
                .toList();
    }

    /** Published versions and defaults. */
    public List<RuleVersion> holding(String ruleSet) {
        return em.createQuery(
                        "select v from RuleVersionEntity v where v.ruleSet = :set and v.slot is not null"
                                + " order by v.validFrom",
                        RuleVersionEntity.class)
                .setParameter("set", ruleSet)
                .getResultStream()
                .map(RuleVersionEntity::view)
                .toList();
    }

    /** Code of a version's set; reads nothing that a lock would make stale. */
    public Optional<String> setOf(long id) {
        return em.createQuery("select v.ruleSet from RuleVersionEntity v where v.id = :id", String.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    public Optional<RuleVersion> find(long id) {
        return Optional.ofNullable(em.find(RuleVersionEntity.class, id)).map(RuleVersionEntity::view);
    }

    public RuleVersion insert(
            String ruleSet, String state, LocalDate from, List<RuleRow> rows, List<String> basis, String note) {
        RuleVersionEntity version = new RuleVersionEntity();
        version.ruleSet = ruleSet;
        version.set(from, rows, basis, note);
        version.enter(state);
        em.persist(version);
        if (!state.equals(InForce.DRAFT)) {
            em.find(RuleSetEntity.class, ruleSet).touch();
        }
        em.flush();
        return version.view();
    }

    public RuleVersion update(long id, LocalDate from, List<RuleRow> rows, List<String> basis, String note) {
        RuleVersionEntity version = em.find(RuleVersionEntity.class, id);
        version.set(from, rows, basis, note);
        version.enter(InForce.DRAFT);
        return version.view();
    }

    public RuleVersion enter(long id, String state) {
        RuleVersionEntity version = em.find(RuleVersionEntity.class, id);
        version.enter(state);
        em.find(RuleSetEntity.class, version.ruleSet).touch();
        em.flush();
        return version.view();
    }

    public void delete(long id) {
        em.remove(em.find(RuleVersionEntity.class, id));
    }
}
