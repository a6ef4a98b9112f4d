package org.gridloom.platform.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gridloom.platform.text.Text;

/**
 * States and the steps between them, checked as a whole when it is built: what cannot be reached, what is never ended
 * and what is named twice is refused with its name.
 */
public final class StateMachine {

    private final String code;
    private final Text name;
    private final String subject;
    private final String resource;
    private final String readPermission;
    private final String ruleSet;
    private final String nearColumn;
    private final List<State> states;
    private final List<Transition> transitions;

    private StateMachine(Builder builder) {
        code = builder.code;
        name = builder.name;
        subject = builder.subject;
        resource = builder.resource;
        readPermission = builder.readPermission;
        ruleSet = builder.ruleSet;
        nearColumn = builder.nearColumn;
        states = List.copyOf(builder.states);
        transitions = List.copyOf(builder.transitions);
        List<String> faults = MachineFaults.of(this);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("State machine " + code + ": " + String.join("; ", faults));
        }
    }

    /**
     * Begins a declaration.
     *
     * @param code {@code <capability>.<noun>}, as in {@code organization.task}; for good, also in the name of its event,
     *     {@code <code>.moved}
     * @param subject kind of the records that are its cases, as in {@code task}
     */
    public static Builder of(String code, Text name, String subject) {
        return new Builder(code, name, subject);
    }

    public String code() {
        return code;
    }

    public Text name() {
        return name;
    }

    /** Kind of the records that are its cases: the aggregate of its events is {@code <kind>/<id>}. */
    public String subject() {
        return subject;
    }

    /** Path of a case's record below {@code /api/}, with {@code {id}} for its id. */
    public String resource() {
        return resource;
    }

    /** Permission to see its cases. */
    public String readPermission() {
        return readPermission;
    }

    /** Code of the rule set by which its deadlines and lamps go; null for none. */
    public String ruleSet() {
        return ruleSet;
    }

    /** Column, of type duration, that says when a lamp turns yellow; null for none. */
    public String nearColumn() {
        return nearColumn;
    }

    /** In the order of declaration. */
    public List<State> states() {
        return states;
    }

    /** In the order of declaration. */
    public List<Transition> transitions() {
        return transitions;
    }

    /** Where a case begins: the state that was declared first. */
    public State initial() {
        return states.get(0);
    }

    public Optional<State> state(String stateCode) {
        return states.stream().filter(state -> state.code().equals(stateCode)).findFirst();
    }

    public Optional<Transition> transition(String action) {
        return transitions.stream().filter(each -> each.action().equals(action)).findFirst();
    }

    /** The steps out of a state. */
    public List<Transition> from(String state) {
        return transitions.stream().filter(each -> each.from().contains(state)).toList();
    }

    /**
     * The machine as a page of Markdown in Chinese: states, steps, and a drawing (Mermaid). A test of the bundle can
     * hold its documentation to the declaration by it.
     */
    public String markdown() {
        return new MachinePage(this).toString();
    }

    /** A declaration in the making; the state declared first is where cases begin. */
    public static final class Builder {

        private final String code;
        private final Text name;
        private final String subject;
        private String resource;
        private String readPermission;
        private String ruleSet;
        private String nearColumn;
        private final List<State> states = new ArrayList<>();
        private final List<Transition> transitions = new ArrayList<>();

        private Builder(String code, Text name, String subject) {
            this.code = Objects.requireNonNull(code, "code");
            this.name = Objects.requireNonNull(name, "name");
            this.subject = Objects.requireNonNull(subject, "subject");
        }

        /** @param path of a case's record below {@code /api/}, with {@code {id}} for its id */
        public Builder resource(String path) {
            resource = path;
            return this;
        }

        /** @param permission to see cases */
        public Builder readBy(String permission) {
            readPermission = permission;
            return this;
        }

        /**
         * Deadlines and lamps go by a rule set.
         *
         * @param near column that says how long before its deadline a case turns yellow
         */
        public Builder rules(String set, String near) {
            ruleSet = set;
            nearColumn = near;
            return this;
        }

        /** A state without deadline. */
        public Builder state(String stateCode, Text stateName) {
            return state(stateCode, stateName, null);
        }

        public Builder state(String stateCode, Text stateName, Deadline deadline) {
            return add(new State(stateCode, stateName, State.Phase.OPEN, deadline));
        }

        /** A state in which the clock stands still. */
        public Builder suspended(String stateCode, Text stateName) {
            return add(new State(stateCode, stateName, State.Phase.SUSPENDED, null));
        }

        /** A state in which the case is over. */
        public Builder end(String stateCode, Text stateName) {
            return add(new State(stateCode, stateName, State.Phase.FINAL, null));
        }

        public Builder step(Transition transition) {
            transitions.add(transition);
            return this;
        }

        private Builder add(State state) {
            states.add(state);
            return this;
        }

        /** @throws IllegalArgumentException with all that is wrong with the declaration */
        public StateMachine build() {
            return new StateMachine(this);
        }
    }
}
