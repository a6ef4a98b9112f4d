package org.gridloom.platform.states.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gridloom.platform.calendar.WorkCalendar;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.rule.Rules;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.state.Case;
import org.gridloom.platform.state.CaseFilter;
import org.gridloom.platform.state.CaseMove;
import org.gridloom.platform.state.Cases;
import org.gridloom.platform.state.MoveDraft;
import org.gridloom.platform.state.MoveKind;
import org.gridloom.platform.state.Opening;
import org.gridloom.platform.state.RefusedMove;
import org.gridloom.platform.state.State;
import org.gridloom.platform.state.StateMachine;
import org.gridloom.platform.state.Transition;
import org.gridloom.platform.states.internal.domain.EvidenceCheck;
import org.gridloom.platform.states.internal.domain.Track;
import org.gridloom.platform.states.internal.store.CaseRow;
import org.gridloom.platform.states.internal.store.CaseStore;
import org.gridloom.platform.states.internal.store.MoveRow;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Transactions;
import org.gridloom.platform.tx.Tx;
import org.gridloom.platform.validation.Checks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opens cases, moves them, and tells where they stand. */
@Component
public final class DefaultCases implements Cases {

    private final Transactions transactions;
    private final Access access;
    private final Checks checks;
    private final Machines machines;
    private final Clocks clocks;
    private final CaseViews views;
    private final Register register;

    @Activate
    public DefaultCases(
            @Reference(target = "(osgi.unit.name=org.gridloom.platform.states)") Transactions transactions,
            @Reference Access access,
            @Reference Checks checks,
            @Reference Machines machines,
            @Reference Clocks clocks,
            @Reference CaseViews views,
            @Reference Register register) {
        this.transactions = transactions;
        this.access = access;
        this.checks = checks;
        this.machines = machines;
        this.clocks = clocks;
        this.views = views;
        this.register = register;
    }

    /** Put together by hand, without machines to list. */
    public static DefaultCases of(
            Transactions transactions, Access access, Checks checks, Rules rules, WorkCalendar calendar, Clock clock) {
        Clocks clocks = new Clocks(rules, calendar, clock);
        return new DefaultCases(
                transactions,
                access,
                checks,
                new Machines(),
                clocks,
                new CaseViews(access, clocks),
                new Register(access));
    }

    @Override
    public Case open(StateMachine machine, String subject, Opening opening) {
        State state = opening.state() == null
                ? machine.initial()
                : machine.state(opening.state())
                        .orElseThrow(() ->
                                new IllegalArgumentException(machine.code() + " has no state " + opening.state()));
        return transactions.call(tx -> {
            CaseStore store = new CaseStore(tx.em());
            if (store.find(machine.code(), subject).isPresent()) {
                throw Problem.conflict(Text.of("该记录已在办理", "The record is a case already"));
            }
            Instant now = clocks.now();
            CaseRow begun = new CaseRow(
                    null,
                    machine.code(),
                    subject,
                    opening.unit(),
                    state.code(),
                    now,
                    opening.dueOn(),
                    null,
                    clocks.version(machine),
                    opening.ruleKey(),
                    now,
                    state.isFinal() ? now : null,
                    0);
            CaseRow row = store.insert(begun.due(opening.dueOn(), clocks.due(state, begun, now)));
            MoveRow first = moved(row, 1, CaseMove.OPEN, null, null, MoveDraft.plain(), now);
            store.insert(first);
            Records.moved(tx, machine, row, first);
            return views.full(machine, row, List.of(first));
        });
    }

    @Override
    public Case move(StateMachine machine, String subject, String action, MoveDraft given, long expectedVersion) {
        MoveDraft draft = checks.valid(given == null ? MoveDraft.plain() : given);
        Transition step = machine.transition(action)
                .orElseThrow(() -> Problem.notFound(Text.of(
                        "没有这个动作,只有:%s",
                        "There is no such action, only: %s",
                        String.join(
                                ", ",
                                machine.transitions().stream()
                                        .map(Transition::action)
                                        .toList()))));
        return transactions.call(tx -> {
            CaseStore store = new CaseStore(tx.em());
            CaseRow row = store.lock(machine.code(), subject).orElseThrow(DefaultCases::missing);
            access.require(step.permission(), row.unit());
            List<MoveRow> moves = store.moves(row.id());
            String to = allowed(machine, step, row, moves, expectedVersion);
            Map<String, String> evidence = new EvidenceCheck(clocks.today(), register::knows).of(step, draft);
            return take(tx, machine, step, row, moves, to, new MoveDraft(draft.reason(), evidence));
        });
    }

    private String allowed(
            StateMachine machine, Transition step, CaseRow row, List<MoveRow> moves, long expectedVersion) {
        Case current = views.full(machine, row, moves);
        if (row.version() != expectedVersion) {
            throw new RefusedMove(Text.of("他人已先行办理", "Somebody else was faster"), current);
        }
        Optional<String> target = views.target(machine, step, row, moves);
        if (!step.from().contains(row.state()) || target.isEmpty()) {
            throw new RefusedMove(
                    Text.of(
                            "此时不能“%1$s”",
                            "\"%2$s\" is not possible now",
                            step.name().zh(),
                            step.name().en()),
                    current);
        }
        Text obstacle = views.obstacle(machine, step, moves, views.plain(machine, row));
        if (obstacle != null) {
            throw new RefusedMove(obstacle, current);
        }
        return target.get();
    }

    private Case take(
            Tx tx, StateMachine machine, Transition step, CaseRow row, List<MoveRow> moves, String to, MoveDraft kept) {
        Instant now = clocks.now();
        CaseRow after = after(machine, step, row, moves, to, kept.given(), now);
        MoveRow taken = moved(after, moves.size() + 1, step.action(), step.kind(), row.state(), kept, now);
        CaseStore store = new CaseStore(tx.em());
        store.update(after);
        store.insert(taken);
        Records.moved(tx, machine, after, taken);
        return views.full(machine, after, store.moves(row.id()));
    }

    private CaseRow after(
            StateMachine machine,
            Transition step,
            CaseRow row,
            List<MoveRow> moves,
            String to,
            Map<String, String> evidence,
            Instant now) {
        State state = CaseViews.state(machine, to);
        return switch (step.kind()) {
            case DEFER -> deferred(state, row, LocalDate.parse(evidence.get(Transition.UNTIL)));
            case RESUME, STEP_BACK -> {
                Track.Former former = CaseViews.track(moves).former(now).orElseThrow();
                CaseRow dated = step.kind() == MoveKind.RESUME
                        ? row.due(clocks.dueOn(row.dueOn(), lastOf(former.pauses())), null)
                        : row;
                yield row.in(to, now, dated.dueOn(), clocks.due(state, dated, former), null);
            }
            default -> row.in(to, now, row.dueOn(), clocks.due(state, row, now), state.isFinal() ? now : null);
        };
    }

    /** Earlier ones moved the case's date already. */
    private static List<Track.Pause> lastOf(List<Track.Pause> pauses) {
        return pauses.subList(pauses.size() - 1, pauses.size());
    }

    private CaseRow deferred(State state, CaseRow row, LocalDate until) {
        boolean later = row.dueAt() == null || clocks.deferred(until).isAfter(row.dueAt());
        if (!later || until.isBefore(clocks.today())) {
            throw Problem.invalid(List.of(Violation.of(
                    "evidence." + Transition.UNTIL,
                    Text.of("应晚于现有期限,且不早于今天", "Must be after the present deadline, and not in the past"))));
        }
        return row.due(Clocks.isByDate(state) ? until : row.dueOn(), clocks.deferred(until));
    }

    private MoveRow moved(
            CaseRow after, int number, String action, MoveKind kind, String from, MoveDraft draft, Instant now) {
        String reason = draft.reason() == null || draft.reason().isBlank()
                ? null
                : draft.reason().strip();
        return new MoveRow(
                after.id(),
                number,
                action,
                kind,
                from,
                after.state(),
                now,
                access.caller().account(),
                reason,
                draft.given(),
                UUID.randomUUID().toString().replace("-", ""),
                after.dueAt());
    }

    @Override
    public Case reschedule(StateMachine machine, String subject, LocalDate dueOn) {
        return transactions.call(tx -> {
            CaseStore store = new CaseStore(tx.em());
            CaseRow row = store.lock(machine.code(), subject).orElseThrow(DefaultCases::missing);
            State state = CaseViews.state(machine, row.state());
            CaseRow dated = row.due(dueOn, row.dueAt());
            CaseRow after = Clocks.isByDate(state) ? row.due(dueOn, clocks.due(state, dated, row.since())) : dated;
            store.update(after);
            return views.full(machine, after, store.moves(row.id()));
        });
    }

    @Override
    public Case get(StateMachine machine, String subject) {
        return Optional.ofNullable(all(machine, List.of(subject)).get(subject)).orElseThrow(DefaultCases::missing);
    }

    @Override
    public Map<String, Case> all(StateMachine machine, Collection<String> subjects) {
        return transactions.read(tx -> {
            CaseStore store = new CaseStore(tx.em());
            List<CaseRow> rows = store.find(machine.code(), subjects);
            Map<Long, List<MoveRow>> moves =
                    store.moves(rows.stream().map(CaseRow::id).toList());
            Map<String, Case> found = new LinkedHashMap<>();
            rows.forEach(row ->
                    found.put(row.subject(), views.full(machine, row, moves.getOrDefault(row.id(), List.of()))));
            return found;
        });
    }

    @Override
    public List<CaseMove> timeline(StateMachine machine, String subject) {
        return transactions.read(tx -> {
            CaseStore store = new CaseStore(tx.em());
            CaseRow row = store.find(machine.code(), subject).orElseThrow(DefaultCases::missing);
            return store.moves(row.id()).stream()
                    .map(move -> views.move(machine, move))
                    .toList();
        });
    }

    @Override
    public Page<Case> list(CaseFilter filter, PageQuery page) {
        StateMachine machine = machines.get(filter.machine());
        if (filter.state() != null && machine.state(filter.state()).isEmpty()) {
            throw Problem.invalid(
                    "state",
                    Text.of(
                            "只能是:%s",
                            "Must be one of: %s",
                            String.join(
                                    ", ",
                                    machine.states().stream().map(State::code).toList())));
        }
        return transactions.read(tx -> new CaseStore(tx.em())
                .list(
                        machine.code(),
                        filter.state(),
                        access.scope(machine.readPermission(), filter.unit()),
                        filter.overdue() ? clocks.now() : null,
                        page)
                .map(row -> views.plain(machine, row)));
    }

    @Override
    public List<StateMachine> machines() {
        return machines.all();
    }

    private static Problem missing() {
        return Problem.notFound(Text.of("没有这个办理事项", "There is no such case"));
    }
}
