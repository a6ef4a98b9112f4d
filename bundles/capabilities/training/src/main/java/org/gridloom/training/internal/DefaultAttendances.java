package org.gridloom.training.internal;

import static org.gridloom.training.TrainingPermissions.READ;
import static org.gridloom.training.TrainingPermissions.RECORD;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.sheet.Sheets;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.EventDraft;
import org.gridloom.platform.tx.Tx;
import org.gridloom.platform.unit.UnitScope;
import org.gridloom.training.Attendance;
import org.gridloom.training.AttendanceDraft;
import org.gridloom.training.AttendanceFilter;
import org.gridloom.training.Attendances;
import org.gridloom.training.Enrolment;
import org.gridloom.training.internal.Attendees.Origin;
import org.gridloom.training.internal.store.AttendanceEntity;
import org.gridloom.training.internal.store.AttendanceStore;
import org.gridloom.training.internal.store.AttendanceStore.Place;
import org.gridloom.training.internal.store.SessionEntity;
import org.gridloom.training.internal.store.SessionStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who takes part. Whoever changes the places of a session locks the session first. */
@Component(service = {Attendances.class, DefaultAttendances.class})
public final class DefaultAttendances implements Attendances {

    private final Desk desk;
    private final DefaultSessions sessions;
    private final Attendees attendees;
    private final Sheets sheets;

    @Activate
    public DefaultAttendances(
            @Reference Desk desk,
            @Reference DefaultSessions sessions,
            @Reference Attendees attendees,
            @Reference Sheets sheets) {
        this.desk = desk;
        this.sessions = sessions;
        this.attendees = attendees;
        this.sheets = sheets;
    }

    @Override
    public Page<Attendance> list(AttendanceFilter filter, PageQuery page) {
        UnitScope scope = filter.session() != null && filter.unit() == null
                ? UnitScope.everywhere()
                : desk.scope(READ, filter.unit());
        return desk.transactions().read(tx -> {
            if (filter.session() != null) {
                sessions.readable(tx, filter.session());
            }
            return shown(new AttendanceStore(tx.em()).list(filter, scope, page));
        });
    }

    private Page<Attendance> shown(Page<Place> places) {
        Map<String, String> names = attendees.names(
                places.items().stream().map(place -> place.place().person).collect(Collectors.toSet()));
        return places.map(place -> place.place().attendance(place.session(), names.get(place.place().person)));
    }

    private Attendance shown(AttendanceEntity place, SessionEntity session) {
        return place.attendance(session, attendees.names(List.of(place.person)).get(place.person));
    }

    @Override
    public Attendance get(long id) {
        desk.access().require(READ);
        return desk.transactions().read(tx -> {
            AttendanceEntity place = found(tx, id);
            SessionEntity session = new SessionStore(tx).find(place.session).orElseThrow();
            if (!desk.access().may(READ, session.unit)) {
                desk.access().require(READ, place.unit);
            }
            return shown(place, session);
        });
    }

    private static AttendanceEntity found(Tx tx, long id) {
        return new AttendanceStore(tx.em())
                .find(id)
                .orElseThrow(() -> Problem.notFound(Text.of("没有这条参训记录", "There is no such place in a session")));
    }

    @Override
    public Attendance enrol(Enrolment enrolment) {
        desk.valid(enrolment);
        return desk.transactions().call(tx -> {
            SessionEntity session = sessions.locked(tx, enrolment.session(), RECORD);
            AttendanceStore store = new AttendanceStore(tx.em());
            if (!session.state.equals(SessionStates.OPEN)) {
                throw Problem.conflict(Text.of("这期培训未开放报名", "The session is not open for enrolment"));
            }
            if (store.of(session.id, enrolment.person()).isPresent()) {
                throw Problem.conflict(Text.of("此人已报名", "The person is enrolled already"));
            }
            if (session.capacity != null && store.places(session.id) >= session.capacity) {
                throw Problem.conflict(Text.of("名额已满(%d 人)", "All %d places are taken", session.capacity));
            }
            AttendanceEntity place = insert(
                    tx,
                    session,
                    enrolment.person(),
                    attendees.origin(enrolment.person(), session.heldOn),
                    AttendanceEntity.ENROLLED);
            place.record(AttendanceEntity.ENROLLED, null, null, enrolment.note());
            tx.audit(AuditEntry.created(
                    "training.person.enrolled", subject(place), session.unit, Map.of("person", place.person)));
            publish(tx, "training.person.enrolled", session, Map.of("session", session.id, "person", place.person));
            return shown(place, session);
        });
    }

    private static AttendanceEntity insert(Tx tx, SessionEntity session, String person, Origin origin, String state) {
        AttendanceEntity place = new AttendanceEntity();
        place.session = session.id;
        place.person = person;
        place.post = origin.post();
        place.kind = origin.kind();
        place.unit = origin.unit();
        place.state = state;
        tx.em().persist(place);
        return place;
    }

    @Override
    public void withdraw(long id, String reason, long expectedVersion) {
        desk.access().require(RECORD);
        desk.transactions().run(tx -> {
            AttendanceEntity place = found(tx, id);
            SessionEntity session = sessions.locked(tx, place.session, RECORD);
            tx.em().refresh(place);
            Desk.requireVersion(place.version, expectedVersion);
            if (!place.state.equals(AttendanceEntity.ENROLLED)) {
                throw Problem.conflict(Text.of("已记录出勤,不能撤销报名", "What was recorded cannot be withdrawn"));
            }
            withdraw(tx, session, place, reason);
        });
    }

    /** @param session locked */
    void withdraw(Tx tx, SessionEntity session, AttendanceEntity place, String reason) {
        tx.em().remove(place);
        tx.audit(AuditEntry.changed(
                "training.person.withdrawn",
                subject(place),
                session.unit,
                Map.of("person", place.person),
                Map.of(),
                reason));
        publish(tx, "training.person.withdrawn", session, Map.of("session", session.id, "person", place.person));
    }

    /** An enrolment goes from who held a post to who holds it now, unless they are enrolled themselves. */
    void handOver(Tx tx, long id, String person, long post) {
        AttendanceEntity place = found(tx, id);
        SessionEntity session = sessions.locked(tx, place.session, RECORD);
        if (new AttendanceStore(tx.em()).of(session.id, person).isPresent()) {
            withdraw(tx, session, place, null);
            return;
        }
        String former = place.person;
        place.handTo(person, post);
        tx.audit(AuditEntry.changed(
                "training.person.replaced",
                subject(place),
                session.unit,
                Map.of("person", former),
                Map.of("person", person),
                null));
        publish(tx, "training.person.withdrawn", session, Map.of("session", session.id, "person", former));
        publish(tx, "training.person.enrolled", session, Map.of("session", session.id, "person", person));
    }

    @Override
    public Attendance record(long id, AttendanceDraft draft) {
        desk.valid(draft);
        return desk.transactions().call(tx -> {
            SessionEntity session = sessions.locked(tx, id, RECORD);
            requireHeld(session);
            attendees.origin(draft.person(), session.heldOn);
            record(tx, session, List.of(draft), true);
            return shown(new AttendanceStore(tx.em()).of(id, draft.person()).orElseThrow(), session);
        });
    }

    static void requireHeld(SessionEntity session) {
        if (!session.state.equals(SessionStates.HELD)) {
            throw Problem.conflict(
                    Text.of("确认举办后方可记录出勤", "Attendance is recorded once the session is confirmed to have taken place"));
        }
    }

    /** What became of the rows of a list. */
    record Tally(int created, int updated, int unchanged) {
        Tally plus(Tally other) {
            return new Tally(created + other.created, updated + other.updated, unchanged + other.unchanged);
        }
    }

    /**
     * Who was there, each person once; with one audit entry and one event for all of them.
     *
     * @param session locked, and held
     * @param drafts of people who exist
     * @param write false to find out only what it would do
     */
    Tally record(Tx tx, SessionEntity session, List<AttendanceDraft> drafts, boolean write) {
        Map<String, AttendanceEntity> places = new AttendanceStore(tx.em()).of(session.id);
        List<String> strangers = drafts.stream()
                .map(AttendanceDraft::person)
                .filter(it -> !places.containsKey(it))
                .toList();
        Map<String, Origin> origins = write ? attendees.origins(strangers, session.heldOn) : Map.of();
        Map<String, List<String>> recorded =
                new TreeMap<>(Map.of("attended", new ArrayList<>(), "absent", new ArrayList<>()));
        int created = 0;
        int updated = 0;
        for (AttendanceDraft draft : drafts) {
            AttendanceEntity place = places.get(draft.person());
            if (place != null && says(place, draft)) {
                continue;
            }
            created += place == null ? 1 : 0;
            updated += place == null ? 0 : 1;
            if (write) {
                AttendanceEntity written = place == null
                        ? insert(tx, session, draft.person(), origins.get(draft.person()), draft.state())
                        : place;
                written.record(draft.state(), draft.score(), draft.signedAt(), draft.note());
                recorded.get(draft.state()).add(draft.person());
            }
        }
        if (write && created + updated > 0) {
            tx.audit(AuditEntry.changed(
                    "training.attendance.recorded",
                    DefaultSessions.record(session.id),
                    session.unit,
                    Map.of(),
                    recorded,
                    null));
            Map<String, Object> payload = new HashMap<>(recorded);
            payload.put("session", session.id);
            payload.put("topic", session.topic);
            payload.put("on", session.heldOn.toString());
            publish(tx, "training.attendance.recorded", session, payload);
        }
        return new Tally(created, updated, drafts.size() - created - updated);
    }

    private static boolean says(AttendanceEntity place, AttendanceDraft draft) {
        return place.state.equals(draft.state())
                && Objects.equals(Scores.plain(place.score), Scores.plain(draft.score()))
                && Objects.equals(place.signedAt, draft.signedAt())
                && Objects.equals(place.note, draft.note());
    }

    @Override
    public ImportReport signedIn(long session, InputStream table, boolean dryRun) throws IOException {
        String number = desk.transactions().read(tx -> sessions.readable(tx, session).number);
        return sheets.load(new SignInSheet(desk, sessions, this, attendees, number), table, dryRun, Progress.NONE);
    }

    private static void publish(Tx tx, String name, SessionEntity session, Map<String, ?> payload) {
        tx.publish(new EventDraft(name, 1, DefaultSessions.record(session.id), session.unit, payload));
    }

    private static String subject(AttendanceEntity place) {
        return DefaultSessions.record(place.session);
    }
}
