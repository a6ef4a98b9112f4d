package org.gridloom.organization.internal.coordination;

import static org.gridloom.organization.PartyPermissions.COORDINATION_EDIT;
import static org.gridloom.organization.PartyPermissions.COORDINATION_READ;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridloom.organization.BodyGoal;
import org.gridloom.organization.BodyGoalDraft;
import org.gridloom.organization.BodyMember;
import org.gridloom.organization.BodyMemberDraft;
import org.gridloom.organization.BodyTask;
import org.gridloom.organization.BodyTaskDraft;
import org.gridloom.organization.CoordinationBodies;
import org.gridloom.organization.CoordinationBody;
import org.gridloom.organization.CoordinationBodyChange;
import org.gridloom.organization.CoordinationBodyDraft;
import org.gridloom.organization.OrganizationClosing;
import org.gridloom.organization.PostEnding;
import org.gridloom.organization.internal.Desk;
import org.gridloom.organization.internal.domain.Family;
import org.gridloom.organization.internal.domain.OrganizationHistory;
import org.gridloom.organization.internal.domain.Particulars;
import org.gridloom.organization.internal.domain.Term;
import org.gridloom.organization.internal.people.PostLedger;
import org.gridloom.organization.internal.register.OrganizationRegister;
import org.gridloom.organization.internal.store.CoordinationStore;
import org.gridloom.organization.internal.store.Locks;
import org.gridloom.organization.internal.store.OrganizationQuery;
import org.gridloom.organization.internal.store.OrganizationStore;
import org.gridloom.organization.internal.store.Standing;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.state.CaseMove;
import org.gridloom.platform.state.MoveDraft;
import org.gridloom.platform.state.State;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.EventDraft;
import org.gridloom.platform.tx.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Coordination bodies with their members, goals and tasks. */
@Component(service = {CoordinationBodies.class, DefaultCoordinationBodies.class})
public final class DefaultCoordinationBodies implements CoordinationBodies {

    private static final String OPEN = "open";

    private final Desk desk;
    private final PostLedger posts;
    private final TaskCases cases;
    private final TaskReminders reminders;
    private final OrganizationRegister register;

    @Activate
    public DefaultCoordinationBodies(
            @Reference Desk desk,
            @Reference PostLedger posts,
            @Reference TaskCases cases,
            @Reference TaskReminders reminders) {
        this.desk = desk;
        this.posts = posts;
        this.cases = cases;
        this.reminders = reminders;
        this.register = new OrganizationRegister(desk, Family.BODY, COORDINATION_READ, COORDINATION_EDIT);
    }

    @Override
    public Page<CoordinationBody> list(String unit, LocalDate asOf, PageQuery page) {
        LocalDate date = desk.day("asOf", asOf);
        OrganizationQuery query =
                OrganizationQuery.of(Family.BODY, date).seatedIn(desk.scope(COORDINATION_READ, unit, date));
        return register.page(query, page).map(DefaultCoordinationBodies::view);
    }

    @Override
    public CoordinationBody get(String code, LocalDate asOf) {
        return view(register.get(code, asOf));
    }

    @Override
    public CoordinationBody create(CoordinationBodyDraft draft) {
        desk.valid(draft);
        Particulars what =
                new Particulars(draft.name(), null, draft.type(), null, draft.unit(), List.of(), draft.note());
        return view(register.found(draft.code(), what, draft.validFrom()));
    }

    @Override
    public CoordinationBody change(String code, CoordinationBodyChange change, long expectedVersion) {
        desk.valid(change);
        return view(register.change(
                code,
                what -> what.with(change.name(), change.type(), null, null, null, change.note()),
                change.on(),
                change.reason(),
                expectedVersion));
    }

    @Override
    public CoordinationBody close(String code, OrganizationClosing closing, long expectedVersion) {
        desk.valid(closing);
        return view(register.close(code, closing.on(), closing.reason(), expectedVersion, (tx, closed, on, reason) -> {
            posts.endAll(tx, Family.BODY.code(), closed, on, reason);
            Memberships.endAllIn(tx, closed, on, reason);
        }));
    }

    @Override
    public List<BodyMember> members(String code, LocalDate asOf) {
        LocalDate date = desk.day("asOf", asOf);
        return desk.transactions().read(tx -> {
            register.readable(tx, code);
            return new CoordinationStore(tx.em()).members(code, date);
        });
    }

    @Override
    public BodyMember join(String code, BodyMemberDraft draft) {
        return desk.transactions().call(tx -> {
            new Locks(tx.em()).take(List.of(Term.place(Family.BODY.code(), code)));
            return join(tx, code, draft);
        });
    }

    /** With the place locked. */
    BodyMember join(Tx tx, String code, BodyMemberDraft draft) {
        desk.valid(draft);
        LocalDate from = desk.day("validFrom", draft.validFrom());
        if (draft.validTo() != null && !draft.validTo().isAfter(from)) {
            throw Problem.invalid("validTo", Text.of("应晚于起始日期", "Must be after the first day"));
        }
        String unit = editable(tx, code);
        requireOutside(tx, draft.organization(), from);
        CoordinationStore store = new CoordinationStore(tx.em());
        boolean member = store.lasting(code, draft.organization(), from).stream()
                .anyMatch(other -> draft.validTo() == null || other.validFrom().isBefore(draft.validTo()));
        if (member) {
            throw Problem.conflict(Text.of("该单位已是成员", "The organisation is a member already"));
        }
        BodyMember joined = store.insert(code, draft, from);
        Memberships.joined(tx, joined, unit);
        return joined;
    }

    @Override
    public BodyMember leave(long id, PostEnding ending, long expectedVersion) {
        desk.valid(ending);
        LocalDate on = desk.day("on", ending.on());
        return desk.transactions().call(tx -> {
            BodyMember member = new CoordinationStore(tx.em())
                    .lockMember(id)
                    .orElseThrow(() -> missing("没有这个成员", "There is no such membership"));
            String unit = editable(tx, member.body());
            requireVersion(member.version(), expectedVersion);
            if (on.isBefore(member.validFrom()) || member.validTo() != null && !on.isBefore(member.validTo())) {
                throw Problem.invalid("on", Text.of("应在成员存续期内", "Must lie within the membership"));
            }
            return Memberships.end(tx, member, unit, on, ending.reason());
        });
    }

    @Override
    public List<BodyGoal> goals(String code, Integer year) {
        return desk.transactions().read(tx -> {
            register.readable(tx, code);
            return new CoordinationStore(tx.em()).goals(code, year);
        });
    }

    @Override
    public BodyGoal goal(long id) {
        desk.access().require(COORDINATION_READ);
        return desk.transactions().read(tx -> {
            BodyGoal goal = new CoordinationStore(tx.em())
                    .goal(id)
                    .orElseThrow(() -> missing("没有这个目标", "There is no such goal"));
            register.readable(tx, goal.body());
            return goal;
        });
    }

    @Override
    public BodyGoal addGoal(String code, BodyGoalDraft draft) {
        return desk.transactions().call(tx -> addGoal(tx, code, draft));
    }

    BodyGoal addGoal(Tx tx, String code, BodyGoalDraft draft) {
        desk.valid(draft);
        String unit = editable(tx, code);
        BodyGoal goal = new CoordinationStore(tx.em()).insert(code, draft);
        record(tx, "goal-set", code, unit, Map.of(), fields(goal));
        return goal;
    }

    @Override
    public BodyGoal changeGoal(long id, BodyGoalDraft draft, long expectedVersion) {
        desk.valid(draft);
        return desk.transactions().call(tx -> {
            CoordinationStore store = new CoordinationStore(tx.em());
            BodyGoal before = store.lockGoal(id).orElseThrow(() -> missing("没有这个目标", "There is no such goal"));
            String unit = editable(tx, before.body());
            requireVersion(before.version(), expectedVersion);
            BodyGoal after = store.update(id, draft);
            record(tx, "goal-changed", before.body(), unit, fields(before), fields(after));
            return after;
        });
    }

    @Override
    public Page<BodyTask> tasks(String code, String state, PageQuery page) {
        List<String> states = states(state);
        cases.ready();
        return desk.transactions().read(tx -> {
            register.readable(tx, code);
            return cases.shown(new CoordinationStore(tx.em()).tasks(code, states, page));
        });
    }

    private static List<String> states(String asked) {
        if (asked == null) {
            return null;
        }
        List<State> all = TaskStates.MACHINE.states();
        if (asked.equals(OPEN)) {
            return TaskStates.open();
        }
        if (TaskStates.MACHINE.state(asked).isEmpty()) {
            String codes = all.stream().map(State::code).collect(Collectors.joining(", "));
            throw Problem.invalid("state", Text.of("只能是:open, %s", "Must be one of: open, %s", codes));
        }
        return List.of(asked);
    }

    @Override
    public BodyTask task(long id) {
        return readTask(id, cases::shown);
    }

    @Override
    public List<CaseMove> taskTimeline(long id) {
        return readTask(id, task -> cases.timeline(task.id()));
    }

    private <T> T readTask(long id, Function<BodyTask, T> answer) {
        desk.access().require(COORDINATION_READ);
        cases.ready();
        return desk.transactions().read(tx -> {
            BodyTask task = new CoordinationStore(tx.em())
                    .task(id)
                    .orElseThrow(() -> missing("没有这项任务", "There is no such task"));
            register.readable(tx, task.body());
            return answer.apply(task);
        });
    }

    @Override
    public BodyTask addTask(String code, BodyTaskDraft draft) {
        return desk.transactions().call(tx -> addTask(tx, code, draft));
    }

    BodyTask addTask(Tx tx, String code, BodyTaskDraft draft) {
        desk.valid(draft);
        String unit = editable(tx, code);
        check(tx, code, draft);
        BodyTask task = cases.opened(new CoordinationStore(tx.em()).insert(code, draft, TaskStates.PLANNED), unit);
        record(tx, "task-set", code, unit, Map.of(), fields(task));
        reminders.plan(tx, task);
        return task;
    }

    @Override
    public BodyTask changeTask(long id, BodyTaskDraft draft, long expectedVersion) {
        cases.ready();
        return desk.transactions().call(tx -> {
            BodyTask before = lockedTask(tx, id);
            editable(tx, before.body());
            requireVersion(before.version(), expectedVersion);
            return changeTask(tx, before, draft);
        });
    }

    /** @param before as it is, locked */
    BodyTask changeTask(Tx tx, BodyTask before, BodyTaskDraft draft) {
        desk.valid(draft);
        String unit = editable(tx, before.body());
        if (isOver(before)) {
            throw Problem.conflict(Text.of("任务已了结,须先重开", "The task is over: reopen it first"));
        }
        check(tx, before.body(), draft);
        BodyTask after = cases.changed(before, new CoordinationStore(tx.em()).update(before.id(), draft));
        record(tx, "task-changed", before.body(), unit, fields(before), fields(after));
        reminders.replan(tx, before, after);
        return after;
    }

    @Override
    public BodyTask moveTask(long id, String action, MoveDraft draft, long expectedVersion) {
        desk.access().require(COORDINATION_READ);
        cases.ready();
        return desk.transactions().call(tx -> {
            BodyTask before = lockedTask(tx, id);
            register.readable(tx, before.body());
            BodyTask after = cases.move(tx, before, action, draft, expectedVersion);
            if (after.doneOn() != null && before.doneOn() == null) {
                record(tx, "task-done", before.body(), after.progress().unit(), fields(before), fields(after));
            }
            remindAfter(tx, before, after);
            return after;
        });
    }

    private void remindAfter(Tx tx, BodyTask before, BodyTask after) {
        if (isOver(after)) {
            reminders.end(tx, after);
        } else if (isOver(before)) {
            reminders.plan(tx, after);
        } else {
            reminders.replan(tx, before, after);
        }
    }

    private static boolean isOver(BodyTask task) {
        return !TaskStates.open().contains(task.state());
    }

    private static BodyTask lockedTask(Tx tx, long id) {
        return new CoordinationStore(tx.em())
                .lockTask(id)
                .orElseThrow(() -> missing("没有这项任务", "There is no such task"));
    }

    private void check(Tx tx, String body, BodyTaskDraft draft) {
        CoordinationStore store = new CoordinationStore(tx.em());
        if (draft.goal() != null
                && store.goal(draft.goal())
                        .filter(goal -> goal.body().equals(body))
                        .isEmpty()) {
            throw Problem.invalid("goal", Text.of("不是本机制的目标", "Is no goal of this body"));
        }
        if (draft.responsible() != null
                && store.lasting(body, draft.responsible(), desk.today()).isEmpty()) {
            throw Problem.invalid("responsible", Text.of("不是本机制的成员单位", "Is no member of this body"));
        }
    }

    private void requireOutside(Tx tx, String code, LocalDate date) {
        boolean there = new OrganizationStore(tx)
                .find(Family.OUTSIDE, code)
                .flatMap(history -> history.on(date))
                .isPresent();
        if (!there) {
            throw Problem.invalid(
                    "organization",
                    Text.of("没有在 %2$s 有效的外部单位 %1$s", "No outside organisation %s is there on %s", code, date));
        }
    }

    /** The body's unit, where the caller may change it while it lasts. */
    String editable(Tx tx, String code) {
        desk.access().require(COORDINATION_EDIT);
        OrganizationHistory body = new OrganizationStore(tx)
                .find(Family.BODY, code)
                .orElseThrow(() -> missing("没有这个协调机制", "There is no such coordination body"));
        desk.access().require(COORDINATION_EDIT, body.last().what().seat());
        if (body.isClosed() && !body.last().to().isAfter(desk.today())) {
            throw Problem.conflict(Text.of("该机制已撤销", "The body is closed"));
        }
        return body.last().what().seat();
    }

    private static Problem missing(String zh, String en) {
        return Problem.notFound(new Text(zh, en));
    }

    private static void requireVersion(long current, long expected) {
        if (current != expected) {
            throw Problem.changed(current);
        }
    }

    private static void record(
            Tx tx, String verb, String body, String unit, Map<String, Object> before, Map<String, Object> after) {
        String name = "organization.coordination." + verb;
        tx.audit(new AuditEntry(name, "body/" + body, unit, before, after, null));
        tx.publish(new EventDraft(name, 1, "body/" + body, unit, after));
    }

    private static Map<String, Object> fields(BodyGoal goal) {
        return Map.of("goal", goal.id(), "body", goal.body(), "year", goal.year(), "text", goal.text());
    }

    private static Map<String, Object> fields(BodyTask task) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("task", task.id());
        fields.put("body", task.body());
        fields.put("goal", task.goal());
        fields.put("title", task.title());
        fields.put("due", task.due().toString());
        fields.put("responsible", task.responsible());
        fields.put("state", task.state());
        fields.put("doneOn", task.doneOn() == null ? null : task.doneOn().toString());
        fields.values().removeIf(Objects::isNull);
        return fields;
    }

    private static CoordinationBody view(Standing standing) {
        Particulars what = standing.period().what();
        return new CoordinationBody(
                standing.code(),
                what.name(),
                what.type(),
                what.seat(),
                standing.period().from(),
                standing.period().to(),
                what.note(),
                standing.version());
    }
}
