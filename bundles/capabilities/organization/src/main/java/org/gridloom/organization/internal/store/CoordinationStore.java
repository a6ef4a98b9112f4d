package org.gridloom.organization.internal.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridloom.organization.BodyGoal;
import org.gridloom.organization.BodyGoalDraft;
import org.gridloom.organization.BodyMember;
import org.gridloom.organization.BodyMemberDraft;
import org.gridloom.organization.BodyTask;
import org.gridloom.organization.BodyTaskDraft;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.tx.Conditions;
import org.gridloom.platform.tx.Listing;

/**
 * Members, goals and tasks of coordination bodies in the database. What is locked stays so until the end of the
 * transaction.
 */
public final class CoordinationStore {

    private static final Listing<BodyTaskEntity> TASKS =
            Listing.of(BodyTaskEntity.class, Map.of("due", "e.due", "title", "e.title"), "e.due, e.id", "e.id");

    private final EntityManager em;

    public CoordinationStore(EntityManager em) {
        this.em = em;
    }

    /** Members on the date, with their names of that date. */
    public List<BodyMember> members(String body, LocalDate date) {
        return em.createQuery(
                        "select m, s.name from BodyMemberEntity m left join OrgStateEntity s on s.family = 'outside'"
                                + " and s.code = m.organization and s.validFrom <= :date and s.validTo > :date"
                                + " where m.body = :body and m.validFrom <= :date and m.validTo > :date"
                                + " order by m.organization",
                        Object[].class)
                .setParameter("body", body)
                .setParameter("date", date)
                .getResultStream()
                .map(row -> ((BodyMemberEntity) row[0]).member((String) row[1]))
                .toList();
    }

    /** Memberships of the body, of the organisation, or of both, that last on the day or begin later. */
    public List<BodyMember> lasting(String body, String organization, LocalDate day) {
        Conditions where = new Conditions()
                .is("m.body", body)
                .is("m.organization", organization)
                .with("day", day)
                .and("m.validTo > :day and m.validTo > m.validFrom");
        return where.on(em.createQuery(
                        "select m from BodyMemberEntity m" + where + " order by m.id", BodyMemberEntity.class))
                .getResultStream()
                .map(member -> member.member(null))
                .toList();
    }

    public Optional<BodyMember> lockMember(long id) {
        return lock(BodyMemberEntity.class, id).map(member -> member.member(null));
    }

    public BodyMember insert(String body, BodyMemberDraft draft, LocalDate from) {
        BodyMemberEntity entity = new BodyMemberEntity();
        entity.body = body;
        entity.organization = draft.organization();
        entity.validFrom = from;
        entity.validTo = Days.stored(draft.validTo());
        entity.version = 1;
        em.persist(entity);
        return entity.member(null);
    }

    public BodyMember endMember(long id, LocalDate on) {
        BodyMemberEntity entity = em.find(BodyMemberEntity.class, id);
        entity.end(on);
        return entity.member(null);
    }

    public List<BodyGoal> goals(String body, Integer year) {
        Conditions where = new Conditions().is("g.body", body).is("g.year", year);
        return where.on(em.createQuery(
                        "select g from BodyGoalEntity g" + where + " order by g.year, g.id", BodyGoalEntity.class))
                .getResultStream()
                .map(BodyGoalEntity::goal)
                .toList();
    }

    public Optional<BodyGoal> goal(long id) {
        return Optional.ofNullable(em.find(BodyGoalEntity.class, id)).map(BodyGoalEntity::goal);
    }

    public Optional<BodyGoal> lockGoal(long id) {
        return lock(BodyGoalEntity.class, id).map(BodyGoalEntity::goal);
    }

    public BodyGoal insert(String body, BodyGoalDraft draft) {
        BodyGoalEntity entity = new BodyGoalEntity();
        entity.body = body;
        entity.set(draft);
        em.persist(entity);
        return entity.goal();
    }

    public BodyGoal update(long id, BodyGoalDraft draft) {
        BodyGoalEntity entity = em.find(BodyGoalEntity.class, id);
        entity.set(draft);
        return entity.goal();
    }

    /** @param states null for all */
    public Page<BodyTask> tasks(String body, List<String> states, PageQuery page) {
        Conditions where = new Conditions().is("e.body", body).isOneOf("e.state", states);
        return TASKS.page(em, where, page).map(BodyTaskEntity::task);
    }

    public Optional<BodyTask> task(long id) {
        return Optional.ofNullable(em.find(BodyTaskEntity.class, id)).map(BodyTaskEntity::task);
    }

    /** Tasks in those states with that date or a later one, locked in one order. */
    public List<BodyTask> lockTasks(List<String> states, LocalDate from) {
        return em
                .createQuery(
                        "select t from BodyTaskEntity t where t.state in :states and t.due >= :from order by t.id",
                        BodyTaskEntity.class)
                .setParameter("states", states)
                .setParameter("from", from)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .map(BodyTaskEntity::task)
                .toList();
    }

    public Optional<BodyTask> lockTask(long id) {
        return lock(BodyTaskEntity.class, id).map(BodyTaskEntity::task);
    }

    /** The body's tasks, the first first, locked. */
    public List<BodyTask> lockTasks(String body) {
        return em.createQuery("select t from BodyTaskEntity t where t.body = :body order by t.id", BodyTaskEntity.class)
                .setParameter("body", body)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .map(BodyTaskEntity::task)
                .toList();
    }

    public BodyTask insert(String body, BodyTaskDraft draft, String state) {
        BodyTaskEntity entity = new BodyTaskEntity();
        entity.body = body;
        entity.state = state;
        entity.set(draft);
        em.persist(entity);
        return entity.task();
    }

    public BodyTask update(long id, BodyTaskDraft draft) {
        BodyTaskEntity entity = em.find(BodyTaskEntity.class, id);
        entity.set(draft);
        return entity.task();
    }

    /** Tasks that are no cases yet. */
    public List<BodyTask> lockTasksWithoutState() {
        return em.createQuery(
                        "select t from BodyTaskEntity t where t.state is null order by t.id", BodyTaskEntity.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .map(BodyTaskEntity::task)
                .toList();
    }

    /** The task follows its case into a state. */
    public BodyTask enter(long id, String state, LocalDate due, LocalDate doneOn, String evidence) {
        BodyTaskEntity entity = em.find(BodyTaskEntity.class, id);
        entity.enter(state, due, doneOn, evidence);
        return entity.task();
    }

    /** Also what this transaction made itself. */
    private <T> Optional<T> lock(Class<T> type, long id) {
        em.flush();
        return Optional.ofNullable(em.find(type, id, LockModeType.PESSIMISTIC_WRITE));
    }
}
