package org.gridloom.platform.state;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gridloom.platform.text.Text;

/** A machine as a page of Markdown. */
final class MachinePage {

    private static final String BACK = "(原状态)";

    private final StateMachine machine;
    private final StringBuilder page = new StringBuilder();

    MachinePage(StateMachine machine) {
        this.machine = machine;
    }

    @Override
    public String toString() {
        line("# " + both(machine.name()));
        line("");
        line("`" + machine.code() + "`,事件 `" + machine.code() + ".moved`"
                + (machine.ruleSet() == null ? "" : ",规则 `" + machine.ruleSet() + "`"));
        line("");
        line("| 状态 | 代码 | 性质 | 时限 |");
        line("| --- | --- | --- | --- |");
        machine.states()
                .forEach(state -> row(both(state.name()), "`" + state.code() + "`", phase(state), deadline(state)));
        line("");
        line("| 动作 | 代码 | 类别 | 从 | 到 | 权限 | 材料 | 条件 |");
        line("| --- | --- | --- | --- | --- | --- | --- | --- |");
        machine.transitions()
                .forEach(step -> row(
                        both(step.name()),
                        "`" + step.action() + "`",
                        step.kind().label().zh(),
                        step.from().stream().map(this::name).collect(Collectors.joining("、")),
                        to(step),
                        "`" + step.permission() + "`",
                        evidence(step),
                        conditions(step)));
        line("");
        drawing();
        return page.toString();
    }

    private void drawing() {
        line("```mermaid");
        line("stateDiagram-v2");
        machine.states().forEach(state -> line("  state \"" + state.name().zh() + "\" as " + id(state.code())));
        line("  [*] --> " + id(machine.initial().code()));
        for (Transition step : machine.transitions()) {
            if (step.to() != null) {
                step.from()
                        .forEach(from -> line("  " + id(from) + " --> " + id(step.to()) + ": "
                                + step.name().zh()));
            }
        }
        machine.states().stream().filter(State::isFinal).forEach(state -> line("  " + id(state.code()) + " --> [*]"));
        line("```");
    }

    private String to(Transition step) {
        if (step.kind() == MoveKind.DEFER) {
            return "(不变)";
        }
        return step.to() == null ? BACK : name(step.to());
    }

    private String evidence(Transition step) {
        List<String> parts = new ArrayList<>();
        if (step.reasoned()) {
            parts.add("原因");
        }
        step.evidence().forEach(each -> parts.add(each.label().zh() + (each.required() ? "" : "(可不填)")));
        return String.join("、", parts);
    }

    private String conditions(Transition step) {
        List<String> parts = new ArrayList<>();
        if (!step.otherThan().isEmpty()) {
            parts.add(step.otherThan().stream()
                            .map(action -> machine.transition(action)
                                    .orElseThrow()
                                    .name()
                                    .zh())
                            .collect(Collectors.joining("、", "不得与“", "”"))
                    + "为同一人");
        }
        step.guards().forEach(guard -> parts.add(guard.condition().zh()));
        return String.join(";", parts);
    }

    private static String phase(State state) {
        return switch (state.phase()) {
            case OPEN -> "";
            case SUSPENDED -> "停表";
            case FINAL -> "终态";
        };
    }

    private static String deadline(State state) {
        if (state.deadline() == null) {
            return "";
        }
        return state.deadline().from() == Deadline.From.DATE
                ? "完成期限"
                : "规则 `" + state.deadline().column() + "`";
    }

    private String name(String state) {
        return machine.state(state).orElseThrow().name().zh();
    }

    private static String both(Text text) {
        return text.zh() + " " + text.en();
    }

    /** Mermaid takes no hyphen in a name. */
    private static String id(String code) {
        return code.replace('-', '_');
    }

    private void row(String... cells) {
        line("| " + String.join(" | ", cells) + " |");
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
