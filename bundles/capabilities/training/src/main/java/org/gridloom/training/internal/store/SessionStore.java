package org.gridloom.training.internal.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.tx.Conditions;
import org.gridloom.platform.tx.Sql;
import org.gridloom.platform.tx.Tx;
import org.gridloom.platform.unit.UnitScope;
import org.gridloom.training.Session;
import org.gridloom.training.SessionFilter;

/** Sessions in the database. What is locked stays so until the end of the transaction. */
public final class SessionStore {

    private static final Map<String, String> COLUMNS =
            Map.of("number", "s.number", "heldOn", "s.heldOn", "title", "s.title");

    private final Tx tx;
    private final EntityManager em;

    public SessionStore(Tx tx) {
        this.tx = tx;
        this.em = tx.em();
    }

    public Page<Session> list(SessionFilter filter, UnitScope scope, PageQuery page) {
        Conditions where = where(filter, scope);
        String order =
                Conditions.order(page.sort(), COLUMNS, page.sort().isEmpty() ? "s.heldOn desc, s.id desc" : "s.id");
        List<SessionEntity> found = where.on(
                        em.createQuery("select s from SessionEntity s" + where + order, SessionEntity.class))
                .setFirstResult(page.offset())
                .setMaxResults(page.size())
                .getResultList();
        return Page.of(sessions(found), page, () -> count(where));
    }

    public long count(SessionFilter filter, UnitScope scope) {
        return count(where(filter, scope));
    }

    private long count(Conditions where) {
        return where.on(em.createQuery("select count(s) from SessionEntity s" + where, Long.class))
                .getSingleResult();
    }

    private static Conditions where(SessionFilter filter, UnitScope scope) {
        Conditions where = new Conditions()
                .within("s.unit", scope)
                .is("s.topic", filter.topic())
                .is("s.format", filter.format())
                .is("s.state", filter.state())
                .is("s.programme", filter.programme())
                .is("s.studio", filter.studio())
                .named("s.title", "s.number", filter.text());
        if (filter.from() != null) {
            where.with("from", filter.from()).and("s.heldOn >= :from");
        }
        if (filter.to() != null) {
            where.with("to", filter.to()).and("s.heldOn <= :to");
        }
        return where;
    }

    public Optional<SessionEntity> find(long id) {
        return Optional.ofNullable(em.find(SessionEntity.class, id));
    }

    /** Also what this transaction made itself. */
    public Optional<SessionEntity> lock(long id) {
        em.flush();
        return Optional.ofNullable(em.find(SessionEntity.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    public Optional<SessionEntity> numbered(String number) {
        return em.createQuery("select s from SessionEntity s where s.number = :number", SessionEntity.class)
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }

    public void insert(SessionEntity session, List<String> trainers) {
        em.persist(session);
        em.flush();
        teach(session.id, trainers);
    }

    /** From now on these teach. */
    public void teach(long session, List<String> trainers) {
        Sql sql = Sql.of(tx);
        sql.update("delete from training_session_trainer where session_id = ?", session);
        for (int i = 0; i < trainers.size(); i++) {
            sql.update(
                    "insert into training_session_trainer (session_id, position, trainer) values (?, ?, ?)",
                    session,
                    i,
                    trainers.get(i));
        }
    }

    public List<String> trainers(long session) {
        return Sql.of(tx)
                .list(
                        row -> row.getString(1),
                        "select trainer from training_session_trainer where session_id = ? order by position",
                        session);
    }

    /** With who teaches and how many take part, in few queries. */
    public List<Session> sessions(List<SessionEntity> entities) {
        List<Long> ids = entities.stream().map(entity -> entity.id).toList();
        Map<Long, List<String>> trainers = trainers(ids);
        Map<Long, Map<String, Long>> places = places(ids);
        return entities.stream()
                .map(entity -> session(
                        entity, trainers.getOrDefault(entity.id, List.of()), places.getOrDefault(entity.id, Map.of())))
                .toList();
    }

    private Map<Long, List<String>> trainers(List<Long> ids) {
        Map<Long, List<String>> trainers = new HashMap<>();
        if (!ids.isEmpty()) {
            Sql.of(tx)
                    .list(
                            row -> trainers.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                                    .add(row.getString(2)),
                            "select session_id, trainer from training_session_trainer where session_id in ("
                                    + String.join(", ", Collections.nCopies(ids.size(), "?"))
                                    + ") order by session_id, position",
                            ids.toArray());
        }
        return trainers;
    }

    private Map<Long, Map<String, Long>> places(List<Long> ids) {
        Map<Long, Map<String, Long>> places = new HashMap<>();
        if (!ids.isEmpty()) {
            em.createQuery(
                            "select a.session, a.state, count(a) from AttendanceEntity a where a.session in :ids"
                                    + " group by a.session, a.state",
                            Object[].class)
                    .setParameter("ids", ids)
                    .getResultList()
                    .forEach(row -> places.computeIfAbsent((Long) row[0], id -> new HashMap<>())
                            .put((String) row[1], (Long) row[2]));
        }
        return places;
    }

    private static Session session(SessionEntity entity, List<String> trainers, Map<String, Long> places) {
        return new Session(
                entity.id,
                entity.number,
                entity.title,
                entity.topic,
                entity.format,
                entity.unit,
                entity.heldOn,
                entity.hours,
                entity.place,
                entity.programme,
                entity.studio,
                trainers,
                entity.capacity,
                entity.state,
                places.values().stream().mapToLong(Long::longValue).sum(),
                places.getOrDefault(AttendanceEntity.ATTENDED, 0L),
                entity.note,
                null,
                entity.version);
    }
}
