package org.gridloom.training.internal;

import static org.gridloom.training.TrainingPermissions.EDIT;
import static org.gridloom.training.TrainingPermissions.READ;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.gridloom.training.internal.domain.Fields;
import org.gridloom.training.internal.store.CatalogueStore;
import org.gridloom.training.internal.store.SessionStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sessions, as cases of {@link SessionStates}. */
@Component(service = {Sessions.class, DefaultSessions.class})
public final class DefaultSessions implements Sessions {

    static final Text OVER = Text.of("已举办或已取消的培训须先更正再修改", "What took place or was cancelled must be reopened first");

    private final Desk desk;
    private final Cases cases;
    private final TrainingRules rules;
    private final TrainingSettings settings;
    private final SessionReminders reminders;

    @Activate
    public DefaultSessions(
            @Reference Desk desk,
            @Reference Cases cases,
            @Reference TrainingRules rules,
            @Reference TrainingSettings settings,
            @Reference SessionReminders reminders) {
        this.desk = desk;
        this.cases = cases;
        this.rules = rules;
        this.settings = settings;
        this.reminders = reminders;
    }

    @Override
    public Page<Session> list(SessionFilter filter, PageQuery page) {
        UnitScope scope = desk.scope(READ, filter.unit());
        return desk.transactions().read(tx -> new SessionStore(tx).list(filter, scope, page));
    }

    @Override
    public Session get(long id) {
        return desk.transactions().read(tx -> shown(readable(tx, id)));
    }

    /** The session, for who may read it. */
    Session readable(Tx tx, long id) {
        desk.access().require(READ);
        return permitted(new SessionStore(tx).find(id), READ);
    }

    /** The session, locked, for who holds the permission where it is held. */
    Session locked(Tx tx, long id, String permission) {
        desk.access().require(permission);
        return permitted(new SessionStore(tx).lock(id), permission);
    }

    /** The same of many at once, by id. */
    Map<Long, Session> locked(Tx tx, Collection<Long> ids, String permission) {
        Map<Long, Session> found = new SessionStore(tx).lock(ids);
        found.values().forEach(session -> desk.access().require(permission, session.unit()));
        return found;
    }

    private Session permitted(Optional<Session> found, String permission) {
        Session session = found.orElseThrow(() -> Problem.notFound(Text.of("没有这期培训", "There is no such session")));
        desk.access().require(permission, session.unit());
        return session;
    }

    @Override
    public Session create(SessionDraft draft) {
        desk.valid(draft);
        return desk.transactions().call(tx -> {
            checked(tx, draft);
            requireFree(tx, draft.number());
            return shown(insert(tx, draft, SessionStates.PLANNED));
        });
    }

    /** What is wrong with a draft besides its form. */
    void checked(Tx tx, SessionDraft draft) {
        desk.requireUnit(EDIT, draft.unit());
        Vocabulary words = rules.vocabulary(draft.heldOn());
        TrainingRules.require("topic", words.topics(), draft.topic());
        TrainingRules.require("format", words.formats(), draft.format());
        require("programme", CatalogueStore.programmes(tx.em()), draft.programme());
        require("studio", CatalogueStore.studios(tx.em()), draft.studio());
        draft.teaching().forEach(trainer -> require("trainers", CatalogueStore.trainers(tx.em()), trainer));
    }

    private static void require(String field, CatalogueStore<?, ?> store, String code) {
        if (code != null && store.find(code).isEmpty()) {
            throw Problem.invalid(field, Text.of("没有 %s", "There is no %s", code));
        }
    }

    private static void requireFree(Tx tx, String number) {
        if (new SessionStore(tx).numbered(number).isPresent()) {
            throw Problem.conflict(Text.of("期次已被使用", "The number is taken"));
        }
    }

    /** @param draft checked, with a number that is free */
    Session insert(Tx tx, SessionDraft draft, String state) {
        Session session = new SessionStore(tx).insert(draft.completed(settings.capacity()), state);
        cases.open(
                SessionStates.MACHINE,
                subject(session.id()),
                Opening.in(session.unit()).standing(SessionStates.PLANNED.equals(state) ? null : state));
        tx.audit(AuditEntry.created(
                "training.session.planned", record(session.id()), session.unit(), fields(session.draft())));
        publish(tx, "training.session.planned", session);
        if (SessionStates.isUpcoming(session)) {
            reminders.plan(tx, session);
        }
        return session;
    }

    @Override
    public Session change(long id, SessionDraft draft, long expectedVersion) {
        desk.valid(draft);
        return desk.transactions().call(tx -> {
            Session before = locked(tx, id, EDIT);
            Desk.requireVersion(before.version(), expectedVersion);
            if (!SessionStates.isUpcoming(before)) {
                throw Problem.conflict(OVER);
            }
            if (!before.unit().equals(draft.unit())) {
                throw Problem.invalid("unit", Text.of("举办单位不能修改", "The unit that holds it cannot be changed"));
            }
            checked(tx, draft);
            return shown(update(tx, before, draft));
        });
    }

    /**
     * @param before locked
     * @param draft checked
     */
    Session update(Tx tx, Session before, SessionDraft draft) {
        if (!before.number().equals(draft.number())) {
            requireFree(tx, draft.number());
        }
        if (draft.capacity() != null
                && draft.capacity() != SessionDraft.UNLIMITED
                && before.enrolled() > draft.capacity()) {
            throw Problem.conflict(Text.of("已报名人数多于名额", "More people are enrolled than there would be places"));
        }
        Session after = new SessionStore(tx).update(before.id(), draft.completed(settings.capacity()));
        tx.audit(AuditEntry.changed(
                "training.session.changed",
                record(after.id()),
                after.unit(),
                fields(before.draft()),
                fields(after.draft()),
                null));
        publish(tx, "training.session.changed", after);
        reminders.replan(tx, before, after);
        return after;
    }

    @Override
    public Session move(long id, String action, MoveDraft draft, long expectedVersion) {
        desk.valid(draft);
        return desk.transactions().call(tx -> {
            Session session = locked(tx, id, READ);
            if (action.equals(SessionStates.HOLD) && session.heldOn().isAfter(desk.today())) {
                throw Problem.conflict(Text.of("举办日期未到", "Its day has not come yet"));
            }
            Case now = cases.move(SessionStates.MACHINE, subject(id), action, draft, expectedVersion);
            Session moved = new SessionStore(tx).enter(id, now.state());
            if (SessionStates.isUpcoming(moved)) {
                reminders.plan(tx, moved);
            } else {
                reminders.end(tx, moved);
            }
            return moved.at(now);
        });
    }

    @Override
    public List<CaseMove> timeline(long id) {
        return desk.transactions()
                .read(tx -> cases.timeline(
                        SessionStates.MACHINE, subject(readable(tx, id).id())));
    }

    private Session shown(Session session) {
        return session.at(cases.get(SessionStates.MACHINE, subject(session.id())));
    }

    private static Map<String, Object> fields(SessionDraft it) {
        return Fields.of(
                "number", it.number(),
                "title", it.title(),
                "topic", it.topic(),
                "format", it.format(),
                "unit", it.unit(),
                "heldOn", it.heldOn(),
                "hours", it.hours(),
                "place", it.place(),
                "programme", it.programme(),
                "studio", it.studio(),
                "capacity", it.capacity() == SessionDraft.UNLIMITED ? null : it.capacity(),
                "trainers", it.trainers());
    }

    private static void publish(Tx tx, String name, Session session) {
        tx.publish(new EventDraft(
                name,
                1,
                record(session.id()),
                session.unit(),
                Map.of(
                        "session", session.id(),
                        "topic", session.topic(),
                        "format", session.format(),
                        "heldOn", session.heldOn().toString())));
    }

    private static String subject(long id) {
        return Long.toString(id);
    }

    /** As the subject of audit entries and events, the same as that of its case. */
    static String record(long id) {
        return SessionStates.MACHINE.subject() + "/" + id;
    }
}
