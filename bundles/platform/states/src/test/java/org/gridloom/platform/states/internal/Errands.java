package org.gridloom.platform.states.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gridloom.platform.rule.RuleColumn;
import org.gridloom.platform.rule.RuleSet;
import org.gridloom.platform.state.Deadline;
import org.gridloom.platform.state.Evidence;
import org.gridloom.platform.state.StateMachine;
import org.gridloom.platform.state.StateModel;
import org.gridloom.platform.state.Transition;
import org.gridloom.platform.text.Text;

/** A machine with everything in it: all kinds of steps and evidence, clocks by rule and by date, four eyes, a guard. */
final class Errands implements StateModel, RuleSet {

    static final String CODE = "demo.errand";
    static final String READ = "demo.errand.read";
    static final String WORK = "demo.errand.work";
    static final String HEAD = "demo.errand.head";

    /** Subjects whose notice is up. */
    final Set<String> noticed = ConcurrentHashMap.newKeySet();

    private final StateMachine machine = StateMachine.of(CODE, Text.of("差事", "Errand"), "errand")
            .resource("demo/errands/{id}")
            .readBy(READ)
            .rules("demo.times", "near")
            .state("reported", Text.of("已上报", "Reported"), Deadline.byDate())
            .state("accepted", Text.of("已受理", "Accepted"), Deadline.byRule("accept"))
            .state("handling", Text.of("处置中", "In hand"), Deadline.byRule("handle"))
            .state("checked", Text.of("已核查", "Checked"))
            .suspended("waiting", Text.of("挂账", "Suspended"))
            .end("closed", Text.of("已结案", "Closed"))
            .end("declined", Text.of("不予受理", "Declined"))
            .step(Transition.forward("accept", Text.of("受理", "Accept"))
                    .from("reported")
                    .to("accepted")
                    .by(HEAD))
            .step(Transition.close("decline", Text.of("不予受理", "Decline"))
                    .from("reported", "accepted")
                    .to("declined")
                    .by(HEAD)
                    .withReason())
            .step(Transition.forward("begin", Text.of("处置", "Begin"))
                    .from("accepted")
                    .to("handling")
                    .by(WORK))
            .step(Transition.giveBack("give-back", Text.of("退回", "Give back"))
                    .from("accepted", "handling")
                    .to("reported")
                    .by(WORK))
            .step(Transition.forward("report", Text.of("反馈", "Report"))
                    .from("handling")
                    .to("checked")
                    .by(WORK)
                    .showing(
                            Evidence.text("result", Text.of("处置结果", "Result"), 200),
                            Evidence.pastDate("on", Text.of("完成日期", "Done on")),
                            Evidence.number("people", Text.of("参与人数", "People"), 1, 100)
                                    .optional(),
                            Evidence.document("document", Text.of("文号", "Document"))
                                    .optional(),
                            Evidence.files("photos", Text.of("照片", "Photos")).optional(),
                            Evidence.choice(
                                            "weather",
                                            Text.of("天气", "Weather"),
                                            List.of(new Evidence.Choice("snow", Text.of("雪", "Snow"))))
                                    .optional()))
            .step(Transition.stepBack("undo", Text.of("回退", "Undo"))
                    .from("accepted", "handling", "checked")
                    .by(HEAD))
            .step(Transition.rework("redo", Text.of("返工", "Do again"))
                    .from("checked")
                    .to("handling")
                    .by(HEAD))
            .step(Transition.suspend("wait", Text.of("挂账", "Suspend"))
                    .from("accepted", "handling")
                    .to("waiting")
                    .by(HEAD))
            .step(Transition.resume("go-on", Text.of("恢复", "Go on"))
                    .from("waiting")
                    .by(HEAD))
            .step(Transition.defer("defer", Text.of("缓办", "Defer"))
                    .from("reported", "handling")
                    .by(HEAD))
            .step(Transition.close("close", Text.of("结案", "Close"))
                    .from("checked")
                    .to("closed")
                    .by(HEAD)
                    .otherThan("report")
                    .onlyIf(Text.of("已公示", "the notice is up"), current -> noticed.contains(current.subject())))
            .step(Transition.reopen("reopen", Text.of("重开", "Reopen"))
                    .from("closed")
                    .to("handling")
                    .by(HEAD))
            .build();

    @Override
    public StateMachine machine() {
        return machine;
    }

    @Override
    public String code() {
        return "demo.times";
    }

    @Override
    public Text name() {
        return Text.of("时限", "Times");
    }

    @Override
    public Text description() {
        return name();
    }

    @Override
    public List<RuleColumn> columns() {
        return List.of(
                RuleColumn.text("kind", Text.of("类别", "Kind")).asKey(),
                RuleColumn.duration("near", Text.of("黄灯", "Yellow"), 0, 100),
                RuleColumn.duration("accept", Text.of("受理", "Accept"), 0, 100),
                RuleColumn.duration("handle", Text.of("处置", "Handle"), 0, 100).optional());
    }

    @Override
    public List<Map<String, String>> defaults() {
        return List.of(
                Map.of("kind", "snow", "near", "2 WORK_HOURS", "accept", "4 WORK_HOURS", "handle", "3 WORK_DAYS"),
                Map.of("kind", "gas", "near", "1 WORK_HOURS", "accept", "2 WORK_HOURS", "handle", "2 NATURAL_DAYS"),
                Map.of("kind", "talk", "near", "1 WORK_DAYS", "accept", "1 WORK_DAYS"));
    }
}
