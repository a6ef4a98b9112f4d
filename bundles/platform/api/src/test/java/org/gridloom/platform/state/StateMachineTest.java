package org.gridloom.platform.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.UnaryOperator;
import org.gridloom.platform.text.Text;
import org.junit.jupiter.api.Test;

class StateMachineTest {

    private static final Text NAME = Text.of("名", "Name");

    private static StateMachine.Builder sound() {
        return StateMachine.of("demo.case", NAME, "case")
                .resource("demo/cases/{id}")
                .readBy("demo.read")
                .state("open", NAME, Deadline.byDate())
                .state("in-hand", NAME)
                .suspended("waiting", NAME)
                .end("done", NAME)
                .step(step(Transition.forward("begin", NAME).from("open").to("in-hand")))
                .step(step(Transition.suspend("wait", NAME).from("in-hand").to("waiting")))
                .step(step(Transition.resume("go-on", NAME).from("waiting")))
                .step(step(Transition.defer("defer", NAME).from("open")))
                .step(step(Transition.close("finish", NAME).from("in-hand").to("done")));
    }

    private static Transition step(Transition transition) {
        return transition.by("demo.work");
    }

    @Test
    void aSoundMachineIsBuilt() {
        StateMachine machine = sound().build();
        assertThat(machine.initial().code()).isEqualTo("open");
        assertThat(machine.from("open")).extracting(Transition::action).containsExactly("begin", "defer");
    }

    @Test
    void whatCannotBeReachedOrNeverEndsIsNamed() {
        refused(it -> it.state("lost", NAME), "state lost cannot be reached", "state lost is not final");
        refused(
                it -> it.state("trap", NAME)
                        .step(step(Transition.forward("fall", NAME).from("open").to("trap")))
                        .step(step(Transition.stepBack("undo", NAME).from("trap"))),
                "state trap is not final and never comes to an end");
    }

    @Test
    void whatIsNamedTwiceOrNowhereIsNamed() {
        refused(it -> it.state("open", NAME), "state open twice");
        refused(
                it -> it.step(
                        step(Transition.forward("begin", NAME).from("open").to("in-hand"))),
                "action begin twice");
        refused(
                it -> it.step(step(Transition.forward("fly", NAME).from("open").to("moon"))),
                "action fly names moon, which is no state");
        refused(
                it -> it.step(step(Transition.forward("x", NAME).from("open").to("in-hand"))
                        .otherThan("nobody")),
                "action x names nobody, which is no action");
        refused(
                it -> it.step(Transition.forward("x", NAME).from("open").to("in-hand")),
                "action x takes no permission");
        refused(it -> it.step(step(Transition.forward("x", NAME).to("in-hand"))), "action x begins nowhere");
        refused(
                it -> it.step(step(Transition.forward("x", NAME)
                        .from("open")
                        .to("in-hand")
                        .showing(Evidence.text("a", NAME, 5), Evidence.date("a", NAME)))),
                "action x evidence a twice");
    }

    @Test
    void aStepMustMeanWhatItsKindSays() {
        refused(
                it -> it.step(step(Transition.forward("x", NAME).from("open").to("done"))),
                "closing, and nothing else");
        refused(
                it -> it.step(step(Transition.close("x", NAME).from("open").to("in-hand"))),
                "closing, and nothing else");
        refused(
                it -> it.step(step(Transition.forward("x", NAME).from("done").to("open"))),
                "out of a final state leads reopening");
        refused(it -> it.step(step(Transition.forward("x", NAME).from("open"))), "does not say where to");
        refused(it -> it.step(step(Transition.resume("x", NAME).from("waiting").to("open"))), "must not say where to");
        refused(it -> it.step(step(Transition.defer("x", NAME).from("in-hand"))), "only what has a deadline");
        refused(
                it -> it.step(step(Transition.forward("x", NAME).from("waiting").to("open"))),
                "out of a suspended state");
        refused(it -> it.state("timed", NAME, Deadline.byRule("time")), "has a deadline by rule, but no rules");
    }

    @Test
    void thePageHasStatesStepsAndADrawing() {
        assertThat(sound().build().markdown())
                .startsWith("# 名 Name\n")
                .contains("| 名 Name | `open` |  | 完成期限 |")
                .contains("| 名 Name | `wait` | 挂账 | 名 | 名 | `demo.work` | 原因 |  |")
                .contains("```mermaid\nstateDiagram-v2\n")
                .contains("  open --> in_hand: 名\n");
    }

    private static void refused(UnaryOperator<StateMachine.Builder> change, String... faults) {
        assertThatThrownBy(() -> change.apply(sound()).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(faults);
    }
}
