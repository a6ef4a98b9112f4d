package org.gridloom.platform.states.internal.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.UnitScope;

/** Cases and their steps in the database. */
public final class CaseStore {

    private final EntityManager em;

    public CaseStore(EntityManager em) {
        this.em = em;
    }

    /** Locks the case until the end of the transaction, and reads it anew even where this transaction read it before. */
    public Optional<CaseRow> lock(String machine, String subject) {
        return em.createQuery(
                        "select c from CaseEntity c where c.machine = :machine and c.subject = :subject",
                        CaseEntity.class)
                .setParameter("machine", machine)
                .setParameter("subject", subject)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("eclipselink.refresh", "true")
                .getResultStream()
                .findFirst()
                .map(CaseEntity::row);
    }

    public Optional<CaseRow> find(String machine, String subject) {
        return find(machine, List.of(subject)).stream().findFirst();
    }

    public List<CaseRow> find(String machine, Collection<String> subjects) {
        return subjects.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select c from CaseEntity c where c.machine = :machine and c.subject in :subjects",
                                CaseEntity.class)
                        .setParameter("machine", machine)
                        .setParameter("subjects", subjects)
                        .getResultStream()
                        .map(CaseEntity::row)
                        .toList();
    }

    /** Steps of a case, the first first. */
    public List<MoveRow> moves(long caseId) {
        return moves(List.of(caseId)).getOrDefault(caseId, List.of());
    }

    /** Steps of cases by their ids. */
    public Map<Long, List<MoveRow>> moves(Collection<Long> cases) {
        return cases.isEmpty()
                ? Map.of()
                : em.createQuery(
                                "select m from MoveEntity m where m.caseId in :cases order by m.caseId, m.number",
                                MoveEntity.class)
                        .setParameter("cases", cases)
                        .getResultStream()
                        .map(MoveEntity::row)
                        .collect(Collectors.groupingBy(MoveRow::caseId));
    }

    /** What is due first comes first; what is never due comes last. */
    public Page<CaseRow> list(String machine, String state, UnitScope scope, Instant overdueAt, PageQuery page) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("machine", machine);
        StringJoiner where = new StringJoiner(" and ", " from CaseEntity c where ", "").add("c.machine = :machine");
        if (state == null) {
            where.add("c.closedAt is null");
        } else {
            where.add("c.state = :state");
            parameters.put("state", state);
        }
        if (overdueAt != null) {
            where.add("c.dueAt < :overdue");
            parameters.put("overdue", Times.stored(overdueAt));
        }
        if (!scope.equals(UnitScope.everywhere())) {
            where.add(ranges(scope, parameters));
        }
        return Page.of(
                with(
                                parameters,
                                em.createQuery(
                                        "select c" + where + " order by c.dueAt nulls last, c.id", CaseEntity.class))
                        .setFirstResult(page.offset())
                        .setMaxResults(page.size())
                        .getResultStream()
                        .map(CaseEntity::row)
                        .toList(),
                page,
                () -> with(parameters, em.createQuery("select count(c)" + where, Long.class))
                        .getSingleResult());
    }

    public CaseRow insert(CaseRow row) {
        CaseEntity entity = new CaseEntity();
        entity.machine = row.machine();
        entity.subject = row.subject();
        entity.unit = row.unit();
        entity.rulesVersion = row.rulesVersion();
        entity.ruleKey = Json.write(row.ruleKey());
        entity.openedAt = Times.stored(row.openedAt());
        entity.set(row);
        em.persist(entity);
        em.flush();
        return entity.row();
    }

    public void update(CaseRow row) {
        em.find(CaseEntity.class, row.id()).set(row);
    }

    public void insert(MoveRow row) {
        MoveEntity entity = new MoveEntity();
        entity.caseId = row.caseId();
        entity.number = row.number();
        entity.action = row.action();
        entity.kind = row.kind() == null ? null : row.kind().name();
        entity.from = row.from();
        entity.to = row.to();
        entity.at = Times.stored(row.at());
        entity.account = row.account();
        entity.reason = row.reason();
        entity.evidence = Json.write(row.evidence());
        entity.salt = row.salt();
        entity.dueAt = Times.stored(row.dueAt());
        em.persist(entity);
        em.flush();
    }

    private static String ranges(UnitScope scope, Map<String, Object> parameters) {
        StringJoiner anyOf = new StringJoiner(" or ", "(", ")").setEmptyValue("1 = 0");
        for (CodeRange range : scope.ranges()) {
            String from = "from" + parameters.size();
            parameters.put(from, range.from());
            String to = "to" + parameters.size();
            parameters.put(to, range.to());
            anyOf.add("(c.unit >= :" + from + " and c.unit < :" + to + ")");
        }
        return anyOf.toString();
    }

    private static <T> TypedQuery<T> with(Map<String, Object> parameters, TypedQuery<T> query) {
        parameters.forEach(query::setParameter);
        return query;
    }
}
