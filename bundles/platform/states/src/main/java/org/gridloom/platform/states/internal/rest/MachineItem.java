package org.gridloom.platform.states.internal.rest;

import java.util.List;
import org.gridloom.platform.state.Deadline;
import org.gridloom.platform.state.Evidence;
import org.gridloom.platform.state.Guard;
import org.gridloom.platform.state.MoveKind;
import org.gridloom.platform.state.State;
import org.gridloom.platform.state.StateMachine;
import org.gridloom.platform.state.Transition;
import org.gridloom.platform.text.Text;

/**
 * A state machine.
 *
 * @param code for good
 * @param name what it is called
 * @param ruleSet code of the rule set by which its deadlines go; null for none
 * @param states in order, cases begin in the first
 * @param steps in order
 */
public record MachineItem(String code, Text name, String ruleSet, List<StateItem> states, List<StepItem> steps) {

    /**
     * A state.
     *
     * @param phase open, suspended or final
     * @param deadline null for none
     */
    public record StateItem(String code, Text name, State.Phase phase, Deadline deadline) {}

    /**
     * A step.
     *
     * @param to null where it leads back to where the case came from, or stays
     * @param otherThan actions whose last doer may not take it
     * @param conditions what must be so besides
     */
    public record StepItem(
            String action,
            Text name,
            MoveKind kind,
            Text kindName,
            List<String> from,
            String to,
            String permission,
            boolean reasoned,
            List<Evidence> evidence,
            List<String> otherThan,
            List<Text> conditions) {}

    static MachineItem of(StateMachine machine) {
        return new MachineItem(
                machine.code(),
                machine.name(),
                machine.ruleSet(),
                machine.states().stream()
                        .map(state -> new StateItem(state.code(), state.name(), state.phase(), state.deadline()))
                        .toList(),
                machine.transitions().stream().map(MachineItem::step).toList());
    }

    private static StepItem step(Transition step) {
        return new StepItem(
                step.action(),
                step.name(),
                step.kind(),
                step.kind().label(),
                step.from(),
                step.to(),
                step.permission(),
                step.reasoned(),
                step.evidence(),
                step.otherThan(),
                step.guards().stream().map(Guard::condition).toList());
    }
}
