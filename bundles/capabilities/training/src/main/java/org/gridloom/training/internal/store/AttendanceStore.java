package org.gridloom.training.internal.store;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.tx.Conditions;
import org.gridloom.platform.tx.Listing;
import org.gridloom.platform.tx.Parts;
import org.gridloom.platform.unit.UnitScope;
import org.gridloom.training.Attendance;
import org.gridloom.training.AttendanceDraft;
import org.gridloom.training.AttendanceFilter;
import org.gridloom.training.Enrolment;
import org.gridloom.training.internal.domain.Origin;

/** Places in sessions in the database, without names. Whoever changes those of a session has locked it. */
public record AttendanceStore(EntityManager em) {

    private static final Listing<Object[]> LIST = new Listing<>(
            Object[].class,
            "a, s",
            "AttendanceEntity a, SessionEntity s",
            Map.of("heldOn", "s.heldOn", "person", "a.person", "score", "a.score"),
            "s.heldOn desc, s.id desc, a.person, a.id",
            "a.id");

    public Page<Attendance> list(AttendanceFilter filter, UnitScope scope, PageQuery page) {
        return LIST.page(em, where(filter, scope), page).map(AttendanceStore::attendance);
    }

    public long count(AttendanceFilter filter, UnitScope scope) {
        return LIST.count(em, where(filter, scope));
    }

    private static Conditions where(AttendanceFilter filter, UnitScope scope) {
        return joined().within("a.unit", scope)
                .is("a.session", filter.session())
                .is("a.person", filter.person())
                .is("a.state", filter.state())
                .is("s.topic", filter.topic())
                .between("s.heldOn", filter.from(), filter.to());
    }

    private static Conditions joined() {
        return new Conditions().and("s.id = a.session");
    }

    private List<Attendance> all(Conditions where) {
        return LIST.all(em, where).stream().map(AttendanceStore::attendance).toList();
    }

    private static Attendance attendance(Object[] row) {
        return ((AttendanceEntity) row[0]).attendance((SessionEntity) row[1]);
    }

    public Optional<Attendance> find(long id) {
        return all(joined().is("a.id", id)).stream().findFirst();
    }

    /** Which session the place is in. */
    public Optional<Long> sessionOf(long id) {
        return em.createQuery("select a.session from AttendanceEntity a where a.id = :id", Long.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** Those of sessions, by session and person. */
    public Map<Long, Map<String, Attendance>> of(Collection<Long> sessions) {
        return Parts.of(sessions).stream()
                .flatMap(some -> all(joined().with("ids", some).and("a.session in :ids")).stream())
                .collect(Collectors.groupingBy(
                        Attendance::session, Collectors.toMap(Attendance::person, place -> place)));
    }

    /** Those of a session. */
    public Collection<Attendance> of(long session) {
        return all(joined().is("a.session", session));
    }

    public Optional<Attendance> of(long session, String person) {
        return all(joined().is("a.session", session).is("a.person", person)).stream()
                .findFirst();
    }

    /** Enrolments of the person in sessions that are to come. */
    public List<Attendance> upcoming(String person, LocalDate from, Collection<String> states) {
        return all(joined().is("a.person", person)
                .is("a.state", Attendance.ENROLLED)
                .between("s.heldOn", from, null)
                .isOneOf("s.state", states));
    }

    /** Who attended a programme's sessions that were held: each place, the latest session first. */
    public List<Attendance> ofProgramme(String programme, String held, BigDecimal passScore) {
        Conditions where =
                joined().is("s.programme", programme).is("s.state", held).is("a.state", Attendance.ATTENDED);
        return all(passScore == null ? where : where.with("pass", passScore).and("a.score >= :pass"));
    }

    public Attendance enrol(Enrolment enrolment, Origin origin) {
        AttendanceEntity place = place(enrolment.session(), enrolment.person(), origin);
        place.state = Attendance.ENROLLED;
        place.note = enrolment.note();
        place.version = 1;
        em.persist(place);
        return place.attendance(em.find(SessionEntity.class, place.session));
    }

    /** Somebody was there who was not expected. */
    public void insert(long session, AttendanceDraft draft, Origin origin) {
        AttendanceEntity place = place(session, draft.person(), origin);
        place.record(draft);
        em.persist(place);
    }

    private static AttendanceEntity place(long session, String person, Origin origin) {
        AttendanceEntity place = new AttendanceEntity();
        place.session = session;
        place.person = person;
        place.post = origin.post();
        place.kind = origin.kind();
        place.unit = origin.unit();
        return place;
    }

    public void update(long id, AttendanceDraft draft) {
        em.find(AttendanceEntity.class, id).record(draft);
    }

    public void remove(long id) {
        em.remove(em.find(AttendanceEntity.class, id));
    }

    /** Somebody else has the place from now on. */
    public void handTo(long id, String person, long post) {
        em.find(AttendanceEntity.class, id).handTo(person, post);
    }
}
