package org.gridloom.platform.states.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.state.Case;
import org.gridloom.platform.state.CaseAction;
import org.gridloom.platform.state.CaseMove;
import org.gridloom.platform.state.Evidence;
import org.gridloom.platform.state.Guard;
import org.gridloom.platform.state.MoveKind;
import org.gridloom.platform.state.State;
import org.gridloom.platform.state.StateMachine;
import org.gridloom.platform.state.Transition;
import org.gridloom.platform.states.internal.domain.Track;
import org.gridloom.platform.states.internal.store.CaseRow;
import org.gridloom.platform.states.internal.store.MoveRow;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Cases as the caller sees them, and what the caller may do with them. */
@Component(service = CaseViews.class)
public final class CaseViews {

    private static final String SYSTEM = "system:";
    private static final Text OPENED = Text.of("立项", "Opened");

    private final Access access;
    private final Clocks clocks;

    @Activate
    public CaseViews(@Reference Access access, @Reference Clocks clocks) {
        this.access = access;
        this.clocks = clocks;
    }

    /** Without actions. */
    Case plain(StateMachine machine, CaseRow row) {
        State state = state(machine, row.state());
        return new Case(
                row.machine(),
                row.subject(),
                row.unit(),
                row.state(),
                state.name(),
                row.since(),
                row.closedAt() != null,
                row.dueOn(),
                row.dueAt(),
                clocks.lamp(machine, state, row),
                row.rulesVersion(),
                row.openedAt(),
                row.version(),
                List.of());
    }

    /** With what the caller may do now. */
    Case full(StateMachine machine, CaseRow row, List<MoveRow> moves) {
        Case plain = plain(machine, row);
        return plain.allowing(machine.from(row.state()).stream()
                .filter(step -> access.may(step.permission(), row.unit()))
                .filter(step -> target(machine, step, row, moves).isPresent())
                .map(step -> action(machine, step, row, moves, plain))
                .toList());
    }

    private CaseAction action(StateMachine machine, Transition step, CaseRow row, List<MoveRow> moves, Case current) {
        return new CaseAction(
                step.action(),
                step.name(),
                step.kind(),
                target(machine, step, row, moves).orElseThrow(),
                step.reasoned(),
                step.evidence(),
                obstacle(machine, step, moves, current),
                machine.resource().replace("{id}", row.subject()) + "/actions/" + step.action());
    }

    /** The state that a step leads to; empty where it would lead back and there is nothing to go back to. */
    Optional<String> target(StateMachine machine, Transition step, CaseRow row, List<MoveRow> moves) {
        if (step.to() != null) {
            return Optional.of(step.to());
        }
        return step.kind() == MoveKind.DEFER
                ? Optional.of(row.state())
                : track(moves)
                        .former(clocks.now())
                        .map(Track.Former::state)
                        .filter(former -> !state(machine, former).isFinal());
    }

    static Track track(List<MoveRow> moves) {
        return Track.of(moves.stream().map(MoveRow::step).toList());
    }

    /** What keeps the caller from a step that state and permission allow; null for nothing. */
    Text obstacle(StateMachine machine, Transition step, List<MoveRow> moves, Case current) {
        Optional<MoveRow> own = moves.stream()
                .filter(move -> step.otherThan().contains(move.action()))
                .max(Comparator.comparingInt(MoveRow::number))
                .filter(move -> move.account().equals(access.caller().account()))
                .filter(move -> !move.account().startsWith(SYSTEM));
        if (own.isPresent()) {
            Text former = machine.transition(own.get().action()).orElseThrow().name();
            return Text.of(
                    "“%1$s”由您办理,此步须由他人办理",
                    "You did \"%2$s\" yourself: somebody else must do this", former.zh(), former.en());
        }
        return step.guards().stream()
                .filter(guard -> !guard.holds().test(current))
                .map(Guard::condition)
                .findFirst()
                .map(condition -> Text.of("须先满足:%1$s", "This must be so first: %2$s", condition.zh(), condition.en()))
                .orElse(null);
    }

    CaseMove move(StateMachine machine, MoveRow move) {
        Optional<Transition> step = machine.transition(move.action());
        return new CaseMove(
                move.number(),
                move.action(),
                step.map(Transition::name).orElse(move.kind() == null ? OPENED : plainText(move.action())),
                move.kind(),
                move.from(),
                move.to(),
                machine.state(move.to()).map(State::name).orElse(plainText(move.to())),
                move.at(),
                move.account(),
                move.reason(),
                shown(step.map(Transition::evidence).orElse(List.of()), move),
                move.dueAt());
    }

    /** As declared today; what a later version of the module asks for no more is shown under its name. */
    private static List<CaseMove.Shown> shown(List<Evidence> declared, MoveRow move) {
        return move.evidence().entrySet().stream()
                .map(entry -> declared.stream()
                        .filter(each -> each.name().equals(entry.getKey()))
                        .findFirst()
                        .map(each -> new CaseMove.Shown(each.name(), each.label(), each.type(), entry.getValue()))
                        .orElse(new CaseMove.Shown(
                                entry.getKey(), plainText(entry.getKey()), Evidence.Type.TEXT, entry.getValue())))
                .toList();
    }

    /** A state that a later version of the module left out is shown by its code. */
    static State state(StateMachine machine, String code) {
        return machine.state(code).orElseGet(() -> new State(code, plainText(code), State.Phase.OPEN, null));
    }

    private static Text plainText(String code) {
        return new Text(code, code);
    }
}
