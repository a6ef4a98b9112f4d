package org.gridloom.platform.state;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is wrong with a declaration. */
final class MachineFaults {

    private static final Pattern MACHINE = Pattern.compile("[a-z][a-z0-9]*\\.[a-z][a-zA-Z0-9-]{0,60}");
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern EVIDENCE = Pattern.compile("[a-z][a-zA-Z0-9]{0,39}");

    private final StateMachine machine;
    private final List<String> faults = new ArrayList<>();

    private MachineFaults(StateMachine machine) {
        this.machine = machine;
    }

    static List<String> of(StateMachine machine) {
        return new MachineFaults(machine).find();
    }

    private List<String> find() {
        require(MACHINE.matcher(machine.code()).matches(), "its code must be <capability>.<noun>");
        require(machine.resource() != null && machine.resource().contains("{id}"), "no resource with {id}");
        require(machine.readPermission() != null, "no permission to read");
        require(!machine.states().isEmpty(), "no states");
        if (!faults.isEmpty()) {
            return faults;
        }
        names();
        machine.states().forEach(this::state);
        machine.transitions().forEach(this::transition);
        if (faults.isEmpty()) {
            ways();
        }
        return faults;
    }

    private void names() {
        List<String> states = machine.states().stream().map(State::code).toList();
        List<String> actions =
                machine.transitions().stream().map(Transition::action).toList();
        unique("state", states);
        unique("action", actions);
        Stream.concat(states.stream(), actions.stream())
                .filter(code -> !CODE.matcher(code).matches())
                .forEach(code -> faults.add(code + " is no code"));
    }

    private void unique(String what, Collection<String> names) {
        Set<String> seen = new HashSet<>();
        names.stream().filter(name -> !seen.add(name)).forEach(name -> faults.add(what + " " + name + " twice"));
    }

    private void state(State state) {
        boolean byRule = state.deadline() != null && state.deadline().from() == Deadline.From.RULE;
        require(
                !byRule || machine.ruleSet() != null,
                "state " + state.code() + " has a deadline by rule, but no rules");
    }

    private void transition(Transition step) {
        String at = "action " + step.action();
        require(!step.from().isEmpty(), at + " begins nowhere");
        require(step.permission() != null, at + " takes no permission");
        Stream.concat(step.from().stream(), Stream.ofNullable(step.to()))
                .filter(code -> machine.state(code).isEmpty())
                .forEach(code -> faults.add(at + " names " + code + ", which is no state"));
        step.otherThan().stream()
                .filter(other -> machine.transition(other).isEmpty())
                .forEach(other -> faults.add(at + " names " + other + ", which is no action"));
        unique(at + " evidence", step.evidence().stream().map(Evidence::name).toList());
        step.evidence().stream()
                .map(Evidence::name)
                .filter(name -> !EVIDENCE.matcher(name).matches())
                .forEach(name -> faults.add(at + ": " + name + " is no name of evidence"));
        boolean staysOrGoesBack =
                Set.of(MoveKind.DEFER, MoveKind.RESUME, MoveKind.STEP_BACK).contains(step.kind());
        require(
                staysOrGoesBack == (step.to() == null),
                at + (staysOrGoesBack ? " must not say" : " does not say") + " where to");
        if (faults.isEmpty()) {
            kinds(step, at);
        }
    }

    private void kinds(Transition step, String at) {
        List<State> from = step.from().stream()
                .map(code -> machine.state(code).orElseThrow())
                .toList();
        MoveKind kind = step.kind();
        require(
                from.stream().allMatch(state -> state.isFinal() == (kind == MoveKind.REOPEN)),
                at + ": out of a final state leads reopening, and nothing else does");
        require(
                from.stream()
                        .allMatch(state -> kind == MoveKind.CLOSE || state.isSuspended() == (kind == MoveKind.RESUME)),
                at + ": out of a suspended state lead resumption and closing only");
        require(
                kind != MoveKind.DEFER
                        || from.stream().allMatch(state -> state.deadline() != null)
                                && step.evidence().stream().anyMatch(MachineFaults::isUntil),
                at + ": only what has a deadline can be deferred, until a date");
        if (step.to() != null) {
            State to = machine.state(step.to()).orElseThrow();
            require(
                    to.isFinal() == (kind == MoveKind.CLOSE),
                    at + ": closing, and nothing else, leads to a final state");
            require(
                    to.isSuspended() == (kind == MoveKind.SUSPEND),
                    at + ": suspension, and nothing else, leads to a suspended state");
        }
    }

    private static boolean isUntil(Evidence evidence) {
        return evidence.name().equals(Transition.UNTIL) && evidence.type() == Evidence.Type.DATE && evidence.required();
    }

    private void ways() {
        Set<String> reached = spread(List.of(machine.initial().code()), this::after);
        machine.states().stream()
                .map(State::code)
                .filter(code -> !reached.contains(code))
                .forEach(code -> faults.add("state " + code + " cannot be reached"));
        List<String> ends = machine.states().stream()
                .filter(State::isFinal)
                .map(State::code)
                .toList();
        Set<String> ending = spread(ends, this::before);
        machine.states().stream()
                .map(State::code)
                .filter(code -> !ending.contains(code))
                .forEach(code -> faults.add("state " + code + " is not final and never comes to an end"));
    }

    /** States one step on. A step back leads to where a case has been, so it opens no new way. */
    private Set<String> after(String state) {
        Set<String> next = new HashSet<>();
        for (Transition step : machine.from(state)) {
            if (step.to() != null) {
                next.add(step.to());
            }
            if (step.kind() == MoveKind.RESUME) {
                machine.transitions().stream()
                        .filter(other -> state.equals(other.to()))
                        .forEach(other -> next.addAll(other.from()));
            }
        }
        return next;
    }

    private Set<String> before(String state) {
        Set<String> former = new HashSet<>();
        machine.states().stream()
                .map(State::code)
                .filter(code -> after(code).contains(state))
                .forEach(former::add);
        return former;
    }

    private static Set<String> spread(Collection<String> from, Function<String, Set<String>> next) {
        Set<String> seen = new HashSet<>(from);
        Deque<String> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            next.apply(open.pop()).stream().filter(seen::add).forEach(open::push);
        }
        return seen;
    }

    private void require(boolean condition, String fault) {
        if (!condition) {
            faults.add(fault);
        }
    }
}
