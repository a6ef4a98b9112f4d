package org.gridloom.platform.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.gridloom.platform.text.Text;

/**
 * A step that may be taken. Made by one of the factory methods and refined:
 * {@code Transition.forward("assign", Text.of("交办", "Assign")).from("planned").to("assigned").by(EDIT)}.
 *
 * @param action for good; no other step of the machine has it
 * @param name what the button says
 * @param kind what it means
 * @param from codes of the states in which it may be taken
 * @param to code of the state that it leads to; null for {@link MoveKind#STEP_BACK} and {@link MoveKind#RESUME}, which
 *     lead to where the case came from, and for {@link MoveKind#DEFER}, which stays
 * @param permission needed at the case's unit
 * @param evidence what has to be shown
 * @param reasoned whether a reason must be given
 * @param otherThan actions; who took the last of them may not take this one (four eyes). Processes of the system are
 *     no person
 * @param guards what must be so besides
 */
public record Transition(
        String action,
        Text name,
        MoveKind kind,
        List<String> from,
        String to,
        String permission,
        List<Evidence> evidence,
        boolean reasoned,
        List<String> otherThan,
        List<Guard> guards) {

    /** Name of the evidence by which a deferral says its new date. */
    public static final String UNTIL = "until";

    public Transition {
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        from = List.copyOf(from);
        evidence = List.copyOf(evidence);
        otherThan = List.copyOf(otherThan);
        guards = List.copyOf(guards);
    }

    public static Transition forward(String action, Text name) {
        return of(MoveKind.FORWARD, action, name);
    }

    /** Takes a reason, as do all below that say no to something. */
    public static Transition giveBack(String action, Text name) {
        return of(MoveKind.RETURN, action, name).withReason();
    }

    public static Transition stepBack(String action, Text name) {
        return of(MoveKind.STEP_BACK, action, name).withReason();
    }

    public static Transition rework(String action, Text name) {
        return of(MoveKind.REWORK, action, name).withReason();
    }

    public static Transition suspend(String action, Text name) {
        return of(MoveKind.SUSPEND, action, name).withReason();
    }

    public static Transition resume(String action, Text name) {
        return of(MoveKind.RESUME, action, name);
    }

    /** Takes a new date, {@link #UNTIL}. */
    public static Transition defer(String action, Text name) {
        return of(MoveKind.DEFER, action, name).withReason().showing(Evidence.date(UNTIL, Text.of("缓办至", "Until")));
    }

    public static Transition close(String action, Text name) {
        return of(MoveKind.CLOSE, action, name);
    }

    public static Transition reopen(String action, Text name) {
        return of(MoveKind.REOPEN, action, name).withReason();
    }

    private static Transition of(MoveKind kind, String action, Text name) {
        return new Transition(action, name, kind, List.of(), null, null, List.of(), false, List.of(), List.of());
    }

    public Transition from(String... states) {
        return new Transition(
                action, name, kind, List.of(states), to, permission, evidence, reasoned, otherThan, guards);
    }

    public Transition to(String state) {
        return new Transition(action, name, kind, from, state, permission, evidence, reasoned, otherThan, guards);
    }

    /** @param needed permission at the case's unit */
    public Transition by(String needed) {
        return new Transition(action, name, kind, from, to, needed, evidence, reasoned, otherThan, guards);
    }

    public Transition showing(Evidence... more) {
        return new Transition(
                action, name, kind, from, to, permission, with(evidence, more), reasoned, otherThan, guards);
    }

    /** A reason must be given. */
    public Transition withReason() {
        return new Transition(action, name, kind, from, to, permission, evidence, true, otherThan, guards);
    }

    /** Four eyes: not by whoever took the last of these actions. */
    public Transition otherThan(String... actions) {
        return new Transition(action, name, kind, from, to, permission, evidence, reasoned, List.of(actions), guards);
    }

    /** @see Guard */
    public Transition onlyIf(Text condition, Predicate<Case> holds) {
        return new Transition(
                action,
                name,
                kind,
                from,
                to,
                permission,
                evidence,
                reasoned,
                otherThan,
                with(guards, new Guard(condition, holds)));
    }

    @SafeVarargs
    private static <T> List<T> with(List<T> some, T... more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return all;
    }
}
