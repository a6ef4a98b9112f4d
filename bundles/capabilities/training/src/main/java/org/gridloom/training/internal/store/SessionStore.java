package org.gridloom.training.internal.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.tx.Conditions;
import org.gridloom.platform.tx.Listing;
import org.gridloom.platform.tx.Parts;
import org.gridloom.platform.tx.Sql;
import org.gridloom.platform.tx.Tx;
import org.gridloom.platform.unit.UnitScope;
import org.gridloom.training.Session;
import org.gridloom.training.SessionDraft;
import org.gridloom.training.SessionFilter;

/** Sessions in the database. What is locked stays so until the end of the transaction. */
public final class SessionStore {

    private static final Listing<SessionEntity> LIST = Listing.of(
            SessionEntity.class,
            Map.of("number", "e.number", "heldOn", "e.heldOn", "title", "e.title"),
            "e.heldOn desc, e.id desc",
            "e.id");

    private final Tx tx;
    private final EntityManager em;

    public SessionStore(Tx tx) {
        this.tx = tx;
        this.em = tx.em();
    }

    public Page<Session> list(SessionFilter filter, UnitScope scope, PageQuery page) {
        Page<SessionEntity> part = LIST.page(em, where(filter, scope), page);
        return Page.of(sessions(part.items()), page, part.total());
    }

    public long count(SessionFilter filter, UnitScope scope) {
        return LIST.count(em, where(filter, scope));
    }

    private static Conditions where(SessionFilter filter, UnitScope scope) {
        return new Conditions()
                .within("e.unit", scope)
                .is("e.topic", filter.topic())
                .is("e.format", filter.format())
                .is("e.state", filter.state())
                .is("e.programme", filter.programme())
                .is("e.studio", filter.studio())
                .named("e.title", "e.number", filter.text())
                .between("e.heldOn", filter.from(), filter.to());
    }

    public Optional<Session> find(long id) {
        return Optional.ofNullable(em.find(SessionEntity.class, id)).map(this::session);
    }

    /** Also what this transaction made itself. */
    public Optional<Session> lock(long id) {
        em.flush();
        return Optional.ofNullable(em.find(SessionEntity.class, id, LockModeType.PESSIMISTIC_WRITE))
                .map(this::session);
    }

    /** Those in one of the states that are on the day or later, locked in one order. */
    public List<Session> lock(Collection<String> states, LocalDate from) {
        return lockAll(new Conditions().isOneOf("e.state", states).between("e.heldOn", from, null));
    }

    /** By id; locked in one order. */
    public Map<Long, Session> lock(Collection<Long> ids) {
        Map<Long, Session> found = new HashMap<>();
        for (List<Long> some : Parts.of(new TreeSet<>(ids))) {
            Conditions where = new Conditions().with("ids", some).and("e.id in :ids");
            lockAll(where).forEach(session -> found.put(session.id(), session));
        }
        return found;
    }

    private List<Session> lockAll(Conditions where) {
        return sessions(where.on(
                        em.createQuery("select e from SessionEntity e" + where + " order by e.id", SessionEntity.class))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList());
    }

    public Optional<Session> numbered(String number) {
        return Optional.ofNullable(numbered(List.of(number)).get(number));
    }

    /** Those that bear the numbers, by number. */
    public Map<String, Session> numbered(Collection<String> numbers) {
        Map<String, Session> found = new HashMap<>();
        for (List<String> some : Parts.of(numbers)) {
            Conditions where = new Conditions().isOneOf("e.number", some);
            sessions(LIST.all(em, where)).forEach(session -> found.put(session.number(), session));
        }
        return found;
    }

    /** @param draft complete */
    public Session insert(SessionDraft draft, String state) {
        SessionEntity entity = new SessionEntity();
        entity.unit = draft.unit();
        entity.state = state;
        entity.set(draft);
        em.persist(entity);
        teach(entity.id, draft.trainers());
        return entity.session(draft.trainers(), Map.of());
    }

    /** @param draft complete */
    public Session update(long id, SessionDraft draft) {
        SessionEntity entity = em.find(SessionEntity.class, id);
        entity.set(draft);
        Sql.of(tx).update("delete from training_session_trainer where session_id = ?", id);
        teach(id, draft.trainers());
        return session(entity);
    }

    private void teach(long session, List<String> trainers) {
        for (int i = 0; i < trainers.size(); i++) {
            Sql.of(tx)
                    .update(
                            "insert into training_session_trainer (session_id, position, trainer) values (?, ?, ?)",
                            session,
                            i,
                            trainers.get(i));
        }
    }

    /** The session follows its case into a state. */
    public Session enter(long id, String state) {
        SessionEntity entity = em.find(SessionEntity.class, id);
        entity.enter(state);
        return session(entity);
    }

    private Session session(SessionEntity entity) {
        return sessions(List.of(entity)).get(0);
    }

    /** With who teaches and how many take part, in few queries. */
    private List<Session> sessions(List<SessionEntity> entities) {
        List<Long> ids = entities.stream().map(entity -> entity.id).toList();
        Map<Long, List<String>> trainers = trainers(ids);
        Map<Long, Map<String, Long>> places = places(ids);
        return entities.stream()
                .map(entity -> entity.session(
                        trainers.getOrDefault(entity.id, List.of()), places.getOrDefault(entity.id, Map.of())))
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
                                    + "?, ".repeat(ids.size() - 1) + "?) order by session_id, position",
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
}
