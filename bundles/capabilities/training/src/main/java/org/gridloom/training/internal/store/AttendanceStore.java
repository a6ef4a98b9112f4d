package org.gridloom.training.internal.store;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.tx.Conditions;
import org.gridloom.platform.unit.UnitScope;
import org.gridloom.training.AttendanceFilter;

/** Places in sessions in the database. What is locked stays so until the end of the transaction. */
public record AttendanceStore(EntityManager em) {

    private static final Map<String, String> COLUMNS =
            Map.of("heldOn", "s.heldOn", "person", "a.person", "score", "a.score");
    private static final int AT_ONCE = 500;

    /** A place with its session. */
    public record Place(AttendanceEntity place, SessionEntity session) {}

    public Page<Place> list(AttendanceFilter filter, UnitScope scope, PageQuery page) {
        Conditions where = where(filter, scope);
        String from = " from AttendanceEntity a, SessionEntity s" + where;
        String order = Conditions.order(
                page.sort(), COLUMNS, page.sort().isEmpty() ? "s.heldOn desc, s.id desc, a.person, a.id" : "a.id");
        return Page.of(
                where.on(em.createQuery("select a, s" + from + order, Object[].class))
                        .setFirstResult(page.offset())
                        .setMaxResults(page.size())
                        .getResultStream()
                        .map(row -> new Place((AttendanceEntity) row[0], (SessionEntity) row[1]))
                        .toList(),
                page,
                () -> where.on(em.createQuery("select count(a)" + from, Long.class))
                        .getSingleResult());
    }

    public long count(AttendanceFilter filter, UnitScope scope) {
        Conditions where = where(filter, scope);
        return where.on(em.createQuery("select count(a) from AttendanceEntity a, SessionEntity s" + where, Long.class))
                .getSingleResult();
    }

    private static Conditions where(AttendanceFilter filter, UnitScope scope) {
        Conditions where = new Conditions()
                .and("s.id = a.session")
                .within("a.unit", scope)
                .is("a.session", filter.session())
                .is("a.person", filter.person())
                .is("a.state", filter.state())
                .is("s.topic", filter.topic());
        if (filter.from() != null) {
            where.with("from", filter.from()).and("s.heldOn >= :from");
        }
        if (filter.to() != null) {
            where.with("to", filter.to()).and("s.heldOn <= :to");
        }
        return where;
    }

    public Optional<AttendanceEntity> find(long id) {
        return Optional.ofNullable(em.find(AttendanceEntity.class, id));
    }

    /** Those of a session, by person. */
    public Map<String, AttendanceEntity> of(long session) {
        return em.createQuery("select a from AttendanceEntity a where a.session = :session", AttendanceEntity.class)
                .setParameter("session", session)
                .getResultStream()
                .collect(Collectors.toMap(place -> place.person, place -> place));
    }

    public Optional<AttendanceEntity> of(long session, String person) {
        return em.createQuery(
                        "select a from AttendanceEntity a where a.session = :session and a.person = :person",
                        AttendanceEntity.class)
                .setParameter("session", session)
                .setParameter("person", person)
                .getResultStream()
                .findFirst();
    }

    public long places(long session) {
        return em.createQuery("select count(a) from AttendanceEntity a where a.session = :session", Long.class)
                .setParameter("session", session)
                .getSingleResult();
    }

    /** Enrolments of the person in sessions that are to come. */
    public List<Place> upcoming(String person, LocalDate from, List<String> states) {
        return em.createQuery(
                        "select a, s from AttendanceEntity a, SessionEntity s where s.id = a.session and a.person ="
                                + " :person and a.state = 'enrolled' and s.heldOn >= :from and s.state in :states order by"
                                + " s.id",
                        Object[].class)
                .setParameter("person", person)
                .setParameter("from", from)
                .setParameter("states", states)
                .getResultStream()
                .map(row -> new Place((AttendanceEntity) row[0], (SessionEntity) row[1]))
                .toList();
    }

    /** A person and a topic. */
    public record Taught(String person, String topic) {}

    /** When each of the people last had each topic, up to a day. */
    public Map<Taught, LocalDate> last(Collection<String> persons, LocalDate until) {
        Map<Taught, LocalDate> last = new HashMap<>();
        List<String> all = List.copyOf(persons);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            em.createQuery(
                            "select a.person, s.topic, max(s.heldOn) from AttendanceEntity a, SessionEntity s"
                                    + " where s.id = a.session and a.state = 'attended' and s.state = 'held'"
                                    + " and s.heldOn <= :until and a.person in :persons group by a.person, s.topic",
                            Object[].class)
                    .setParameter("until", until)
                    .setParameter("persons", all.subList(from, Math.min(all.size(), from + AT_ONCE)))
                    .getResultList()
                    .forEach(row -> last.put(new Taught((String) row[0], (String) row[1]), (LocalDate) row[2]));
        }
        return last;
    }

    /** Who attended a programme's sessions: each place, the latest session first. */
    public List<Place> ofProgramme(String programme, BigDecimal passScore) {
        Conditions where = new Conditions()
                .and("s.id = a.session")
                .is("s.programme", programme)
                .is("s.state", "held")
                .is("a.state", AttendanceEntity.ATTENDED);
        if (passScore != null) {
            where.with("pass", passScore).and("a.score >= :pass");
        }
        return where.on(em.createQuery(
                        "select a, s from AttendanceEntity a, SessionEntity s" + where
                                + " order by s.heldOn desc, a.id desc",
                        Object[].class))
                .getResultStream()
                .map(row -> new Place((AttendanceEntity) row[0], (SessionEntity) row[1]))
                .toList();
    }
}
