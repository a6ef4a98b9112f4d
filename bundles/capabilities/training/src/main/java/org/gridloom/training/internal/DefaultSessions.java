package org.gridloom.training.internal;

import static org.gridloom.training.TrainingPermissions.EDIT;
import static org.gridloom.training.TrainingPermissions.READ;

import java.util.List;
import java.util.Map;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.state.Case;
import org.gridloom.platform.state.CaseMove;
import org.gridloom.platform.state.Cases;
import org.gridloom.platform.state.MoveDraft;
import org.gridloom.platform.state.Opening;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.EventDraft;
import org.gridloom.platform.tx.Tx;
import org.gridloom.platform.unit.UnitScope;
import org.gridloom.training.Session;
import org.gridloom.training.SessionDraft;
import org.gridloom.training.SessionFilter;
import org.gridloom.training.Sessions;
import org.gridloom.training.Vocabulary;
import org.gridloom.training.internal.store.AttendanceStore;
import org.gridloom.training.internal.store.ProgrammeEntity;
import org.gridloom.training.internal.store.SessionEntity;
import org.gridloom.training.internal.store.SessionStore;
import org.gridloom.training.internal.store.StudioEntity;
import org.gridloom.training.internal.store.TrainerEntity;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sessions, as cases of {@link SessionStates}. */
@Component(service = {Sessions.class, DefaultSessions.class})
public final class DefaultSessions implements Sessions {

    private final Desk desk;
    private final Cases cases;
    private final TrainingRules rules;
    private final TrainingSettings settings;

    @Activate
    public DefaultSessions(
            @Reference Desk desk,
            @Reference Cases cases,
            @Reference TrainingRules rules,
            @Reference TrainingSettings settings) {
        this.desk = desk;
        this.cases = cases;
        this.rules = rules;
        this.settings = settings;
    }

    @Override
    public Page<Session> list(SessionFilter filter, PageQuery page) {
        UnitScope scope = desk.scope(READ, filter.unit());
        return desk.transactions().read(tx -> new SessionStore(tx).list(filter, scope, page));
    }

    @Override
    public Session get(long id) {
        return desk.transactions().read(tx -> shown(tx, readable(tx, id)));
    }

    /** The session, for who may read it. */
    SessionEntity readable(Tx tx, long id) {
        desk.access().require(READ);
        SessionEntity session = new SessionStore(tx).find(id).orElseThrow(DefaultSessions::missing);
        desk.access().require(READ, session.unit);
        return session;
    }

    /** The session, locked, for who holds the permission where it is held. */
    SessionEntity locked(Tx tx, long id, String permission) {
        desk.access().require(permission);
        SessionEntity session = new SessionStore(tx).lock(id).orElseThrow(DefaultSessions::missing);
        desk.access().require(permission, session.unit);
        return session;
    }

    @Override
    public Session create(SessionDraft draft) {
        desk.valid(draft);
        return desk.transactions().call(tx -> {
            checked(tx, draft);
            return shown(tx, insert(tx, draft, SessionStates.PLANNED));
        });
    }

    /** What is wrong with a draft besides its form. */
    void checked(Tx tx, SessionDraft draft) {
        desk.requireUnit(EDIT, draft.unit());
        Vocabulary words = rules.vocabulary(draft.heldOn());
        TrainingRules.require("topic", words.topics(), draft.topic());
        TrainingRules.require("format", words.formats(), draft.format());
        require(tx, ProgrammeEntity.class, "programme", draft.programme());
        require(tx, StudioEntity.class, "studio", draft.studio());
        draft.teaching().forEach(trainer -> require(tx, TrainerEntity.class, "trainers", trainer));
    }

    private static void require(Tx tx, Class<?> type, String field, String code) {
        if (code != null && tx.em().find(type, code) == null) {
            throw Problem.invalid(field, Text.of("没有 %s", "There is no %s", code));
        }
    }

    /** @param draft checked */
    SessionEntity insert(Tx tx, SessionDraft draft, String state) {
        SessionStore store = new SessionStore(tx);
        if (store.numbered(draft.number()).isPresent()) {
            throw Problem.conflict(Text.of("期次已被使用", "The number is taken"));
        }
        SessionEntity session = new SessionEntity();
        session.unit = draft.unit();
        session.state = state;
        session.version = 1;
        set(session, draft);
        store.insert(session, draft.teaching());
        cases.open(
                SessionStates.MACHINE,
                subject(session.id),
                Opening.in(session.unit).standing(SessionStates.PLANNED.equals(state) ? null : state));
        tx.audit(AuditEntry.created(
                "training.session.planned", record(session.id), session.unit, fields(session, draft.teaching())));
        publish(tx, "training.session.planned", session);
        return session;
    }

    private void set(SessionEntity session, SessionDraft draft) {
        int places = draft.capacity() == null ? settings.capacity() : draft.capacity();
        session.number = draft.number();
        session.title = draft.title();
        session.topic = draft.topic();
        session.format = draft.format();
        session.heldOn = draft.heldOn();
        session.hours = draft.hours();
        session.place = draft.place();
        session.programme = draft.programme();
        session.studio = draft.studio();
        session.capacity = places == 0 ? null : places;
        session.note = draft.note();
    }

    @Override
    public Session change(long id, SessionDraft draft, long expectedVersion) {
        desk.valid(draft);
        return desk.transactions().call(tx -> {
            SessionEntity session = locked(tx, id, EDIT);
            Desk.requireVersion(session.version, expectedVersion);
            if (!SessionStates.upcoming().contains(session.state)) {
                throw Problem.conflict(
                        Text.of("已举办或已取消的培训须先更正再修改", "What took place or was cancelled must be reopened first"));
            }
            if (!session.unit.equals(draft.unit())) {
                throw Problem.invalid("unit", Text.of("举办单位不能修改", "The unit that holds it cannot be changed"));
            }
            checked(tx, draft);
            update(tx, session, draft);
            return shown(tx, session);
        });
    }

    /** @param draft checked; of a session that is locked */
    void update(Tx tx, SessionEntity session, SessionDraft draft) {
        SessionStore store = new SessionStore(tx);
        store.numbered(draft.number())
                .filter(other -> !other.id.equals(session.id))
                .ifPresent(other -> {
                    throw Problem.conflict(Text.of("期次已被使用", "The number is taken"));
                });
        if (draft.capacity() != null
                && draft.capacity() > 0
                && new AttendanceStore(tx.em()).places(session.id) > draft.capacity()) {
            throw Problem.conflict(Text.of("已报名人数多于名额", "More people are enrolled than there would be places"));
        }
        Map<String, Object> before = fields(session, store.trainers(session.id));
        SessionEntity revised = new SessionEntity();
        set(revised, draft);
        session.become(revised);
        store.teach(session.id, draft.teaching());
        tx.audit(AuditEntry.changed(
                "training.session.changed",
                record(session.id),
                session.unit,
                before,
                fields(session, draft.teaching()),
                null));
        publish(tx, "training.session.changed", session);
    }

    @Override
    public Session move(long id, String action, MoveDraft draft, long expectedVersion) {
        desk.valid(draft);
        return desk.transactions().call(tx -> {
            SessionEntity session = locked(tx, id, READ);
            if (action.equals(SessionStates.HOLD) && session.heldOn.isAfter(desk.today())) {
                throw Problem.conflict(Text.of("举办日期未到", "Its day has not come yet"));
            }
            Case now = cases.move(SessionStates.MACHINE, subject(id), action, draft, expectedVersion);
            session.enter(now.state());
            tx.em().flush();
            return with(now, session(tx, session));
        });
    }

    @Override
    public List<CaseMove> timeline(long id) {
        return desk.transactions().read(tx -> cases.timeline(SessionStates.MACHINE, subject(readable(tx, id).id)));
    }

    private Session shown(Tx tx, SessionEntity session) {
        return with(cases.get(SessionStates.MACHINE, subject(session.id)), session(tx, session));
    }

    private static Session session(Tx tx, SessionEntity session) {
        return new SessionStore(tx).sessions(List.of(session)).get(0);
    }

    private static Session with(Case progress, Session it) {
        return new Session(
                it.id(),
                it.number(),
                it.title(),
                it.topic(),
                it.format(),
                it.unit(),
                it.heldOn(),
                it.hours(),
                it.place(),
                it.programme(),
                it.studio(),
                it.trainers(),
                it.capacity(),
                it.state(),
                it.enrolled(),
                it.attended(),
                it.note(),
                progress,
                it.version());
    }

    /** What is kept of a session, its note included. */
    Map<String, Object> fieldsOf(Tx tx, SessionEntity session) {
        return compared(session, new SessionStore(tx).trainers(session.id));
    }

    /** What would be kept if it were changed to the draft. */
    Map<String, Object> fieldsOf(SessionEntity session, SessionDraft draft) {
        SessionEntity changed = new SessionEntity();
        changed.unit = draft.unit();
        set(changed, draft);
        if (draft.capacity() == null) {
            changed.capacity = session.capacity;
        }
        return compared(changed, draft.teaching());
    }

    private static Map<String, Object> compared(SessionEntity session, List<String> trainers) {
        Map<String, Object> fields = fields(session, trainers);
        fields.put("note", session.note);
        return fields;
    }

    private static Map<String, Object> fields(SessionEntity session, List<String> trainers) {
        Map<String, Object> fields = session.fields();
        fields.put("trainers", trainers);
        return fields;
    }

    private static void publish(Tx tx, String name, SessionEntity session) {
        tx.publish(new EventDraft(
                name,
                1,
                record(session.id),
                session.unit,
                Map.of(
                        "session", session.id,
                        "topic", session.topic,
                        "format", session.format,
                        "heldOn", session.heldOn.toString())));
    }

    static String subject(long id) {
        return Long.toString(id);
    }

    /** As the subject of audit entries and events, the same as that of its case. */
    static String record(long id) {
        return SessionStates.MACHINE.subject() + "/" + id;
    }

    private static Problem missing() {
        return Problem.notFound(Text.of("没有这期培训", "There is no such session"));
    }
}
