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
import org.gridloom.training.Session;
import org.gridloom.training.internal.domain.Origin;
import org.gridloom.training.internal.domain.Scores;
import org.gridloom.training.internal.store.AttendanceStore;
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
    private final SessionReminders reminders;
    private final Sheets sheets;

    @Activate
    public DefaultAttendances(
            @Reference Desk desk,
            @Reference DefaultSessions sessions,
            @Reference Attendees attendees,
            @Reference SessionReminders reminders,
            @Reference Sheets sheets) {
        this.desk = desk;
        this.sessions = sessions;
        this.attendees = attendees;
        this.reminders = reminders;
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
            Page<Attendance> part = new AttendanceStore(tx.em()).list(filter, scope, page);
            return Page.of(shown(part.items()), page, part.total());
        });
    }

    private List<Attendance> shown(List<Attendance> places) {
        return attendees.named(places, Attendance::person, Attendance::named);
    }

    private Attendance shown(Attendance place) {
        return shown(List.of(place)).get(0);
    }

    @Override
    public Attendance get(long id) {
        desk.access().require(READ);
        return desk.transactions().read(tx -> {
            Attendance place = new AttendanceStore(tx.em()).find(id).orElseThrow(DefaultAttendances::missing);
            Session session = new SessionStore(tx).find(place.session()).orElseThrow();
            if (!desk.access().may(READ, session.unit())) {
                desk.access().require(READ, place.unit());
            }
            return shown(place);
        });
    }

    private static Problem missing() {
        return Problem.notFound(Text.of("没有这条参训记录", "There is no such place in a session"));
    }

    @Override
    public Attendance enrol(Enrolment enrolment) {
        desk.valid(enrolment);
        return desk.transactions().call(tx -> {
            Session session = sessions.locked(tx, enrolment.session(), RECORD);
            AttendanceStore store = new AttendanceStore(tx.em());
            if (!session.state().equals(SessionStates.OPEN)) {
                throw Problem.conflict(Text.of("这期培训未开放报名", "The session is not open for enrolment"));
            }
            if (store.of(session.id(), enrolment.person()).isPresent()) {
                throw Problem.conflict(Text.of("此人已报名", "The person is enrolled already"));
            }
            if (session.capacity() != null && session.enrolled() >= session.capacity()) {
                throw Problem.conflict(Text.of("名额已满(%d 人)", "All %d places are taken", session.capacity()));
            }
            Attendance place = store.enrol(enrolment, attendees.origin(enrolment.person(), session.heldOn()));
            tx.audit(AuditEntry.created(
                    "training.person.enrolled", subject(session), session.unit(), Map.of("person", place.person())));
            enrolled(tx, session, place.person());
            return shown(place);
        });
    }

    private void enrolled(Tx tx, Session session, String person) {
        publish(tx, "training.person.enrolled", session, of(session, person));
        reminders.plan(tx, session);
    }

    @Override
    public void withdraw(long id, String reason, long expectedVersion) {
        desk.access().require(RECORD);
        desk.transactions().run(tx -> {
            AttendanceStore store = new AttendanceStore(tx.em());
            Session session = sessions.locked(tx, store.sessionOf(id).orElseThrow(DefaultAttendances::missing), RECORD);
            Attendance place = store.find(id).orElseThrow(DefaultAttendances::missing);
            Desk.requireVersion(place.version(), expectedVersion);
            if (!place.state().equals(Attendance.ENROLLED)) {
                throw Problem.conflict(Text.of("已记录出勤,不能撤销报名", "What was recorded cannot be withdrawn"));
            }
            withdraw(tx, session, place, reason);
        });
    }

    /** Takes back the enrolment of who does not come any more. */
    void giveBack(Tx tx, Attendance place) {
        withdraw(tx, sessions.locked(tx, place.session(), RECORD), place, null);
    }

    private static void withdraw(Tx tx, Session session, Attendance place, String reason) {
        new AttendanceStore(tx.em()).remove(place.id());
        tx.audit(AuditEntry.changed(
                "training.person.withdrawn",
                subject(session),
                session.unit(),
                Map.of("person", place.person()),
                Map.of(),
                reason));
        publish(tx, "training.person.withdrawn", session, of(session, place.person()));
    }

    /** An enrolment goes from who held a post to who holds it now, unless they are enrolled themselves. */
    void handOver(Tx tx, Attendance place, String person, long post) {
        Session session = sessions.locked(tx, place.session(), RECORD);
        AttendanceStore store = new AttendanceStore(tx.em());
        if (store.of(session.id(), person).isPresent()) {
            withdraw(tx, session, place, null);
            return;
        }
        store.handTo(place.id(), person, post);
        tx.audit(AuditEntry.changed(
                "training.person.replaced",
                subject(session),
                session.unit(),
                Map.of("person", place.person()),
                Map.of("person", person),
                null));
        publish(tx, "training.person.withdrawn", session, of(session, place.person()));
        enrolled(tx, session, person);
    }

    @Override
    public Attendance record(long id, AttendanceDraft draft) {
        desk.valid(draft);
        return desk.transactions().call(tx -> {
            Session session = sessions.locked(tx, id, RECORD);
            requireHeld(session);
            Origin origin = attendees.origin(draft.person(), session.heldOn());
            AttendanceStore store = new AttendanceStore(tx.em());
            Map<String, Attendance> places = store.of(id, draft.person())
                    .map(place -> Map.of(place.person(), place))
                    .orElse(Map.of());
            record(tx, session, places, List.of(draft), Map.of(draft.person(), origin), true);
            return shown(store.of(id, draft.person()).orElseThrow());
        });
    }

    static void requireHeld(Session session) {
        if (!session.state().equals(SessionStates.HELD)) {
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
     * @param places in it of those people who have one, by person
     * @param drafts of people who exist
     * @param origins where those of them come from who were not enrolled; only asked if it is written
     * @param write false to find out only what it would do
     */
    Tally record(
            Tx tx,
            Session session,
            Map<String, Attendance> places,
            List<AttendanceDraft> drafts,
            Map<String, Origin> origins,
            boolean write) {
        AttendanceStore store = new AttendanceStore(tx.em());
        Map<String, List<String>> recorded =
                new TreeMap<>(Map.of("attended", new ArrayList<>(), "absent", new ArrayList<>()));
        int created = 0;
        int updated = 0;
        for (AttendanceDraft draft : drafts) {
            Attendance place = places.get(draft.person());
            if (place != null && says(place, draft)) {
                continue;
            }
            recorded.get(draft.state()).add(draft.person());
            created += place == null ? 1 : 0;
            updated += place == null ? 0 : 1;
            if (write && place == null) {
                store.insert(session.id(), draft, origins.get(draft.person()));
            } else if (write) {
                store.update(place.id(), draft);
            }
        }
        if (write && created + updated > 0) {
            tx.audit(AuditEntry.changed(
                    "training.attendance.recorded", subject(session), session.unit(), Map.of(), recorded, null));
            Map<String, Object> payload = new HashMap<>(recorded);
            payload.put("session", session.id());
            payload.put("topic", session.topic());
            payload.put("on", session.heldOn().toString());
            publish(tx, "training.attendance.recorded", session, payload);
        }
        return new Tally(created, updated, drafts.size() - created - updated);
    }

    private static boolean says(Attendance place, AttendanceDraft draft) {
        return place.state().equals(draft.state())
                && Objects.equals(Scores.plain(place.score()), Scores.plain(draft.score()))
                && Objects.equals(place.signedAt(), draft.signedAt())
                && Objects.equals(place.note(), draft.note());
    }

    @Override
    public ImportReport signedIn(long session, InputStream table, boolean dryRun) throws IOException {
        String number =
                desk.transactions().read(tx -> sessions.readable(tx, session).number());
        return sheets.load(new SignInSheet(desk, sessions, this, attendees, number), table, dryRun, Progress.NONE);
    }

    private static Map<String, Object> of(Session session, String person) {
        return Map.of("session", session.id(), "person", person);
    }

    private static void publish(Tx tx, String name, Session session, Map<String, ?> payload) {
        tx.publish(new EventDraft(name, 1, subject(session), session.unit(), payload));
    }

    private static String subject(Session session) {
        return DefaultSessions.record(session.id());
    }
}
