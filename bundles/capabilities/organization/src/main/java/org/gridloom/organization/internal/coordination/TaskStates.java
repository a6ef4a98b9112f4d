package org.gridloom.organization.internal.coordination;

import static org.gridloom.organization.PartyPermissions.COORDINATION_EDIT;
import static org.gridloom.organization.PartyPermissions.COORDINATION_READ;
import static org.gridloom.organization.PartyPermissions.TASK_WORK;

import java.util.List;
import org.gridloom.platform.state.Deadline;
import org.gridloom.platform.state.Evidence;
import org.gridloom.platform.state.State;
import org.gridloom.platform.state.StateMachine;
import org.gridloom.platform.state.StateModel;
import org.gridloom.platform.state.Transition;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Component;

/** How a task of a coordination body goes from the list to its acceptance. */
@Component
public final class TaskStates implements StateModel {

    static final String PLANNED = "planned";
    static final String IN_PROGRESS = "in-progress";
    static final String SUBMITTED = "submitted";
    static final String DONE = "done";
    static final String SUBMIT = "submit";
    static final String ON = "on";
    static final String EVIDENCE = "evidence";
    private static final String ASSIGNED = "assigned";
    private static final String SUSPENDED = "suspended";
    private static final String CANCELLED = "cancelled";
    private static final int LONGEST_EVIDENCE = 1000;

    /** For the service; the container lists it. */
    public static final StateMachine MACHINE = StateMachine.of(
                    "organization.task", Text.of("协调任务", "Coordination task"), "task")
            .resource("organization/coordination-tasks/{id}")
            .readBy(COORDINATION_READ)
            .rules(TaskLampRules.CODE, TaskLampRules.YELLOW)
            .state(PLANNED, Text.of("拟办", "Planned"), Deadline.byDate())
            .state(ASSIGNED, Text.of("已交办", "Assigned"), Deadline.byDate())
            .state(IN_PROGRESS, Text.of("办理中", "In progress"), Deadline.byDate())
            .state(SUBMITTED, Text.of("已报结", "Submitted"), Deadline.byRule(TaskLampRules.ACCEPTANCE))
            .suspended(SUSPENDED, Text.of("挂账", "Suspended"))
            .end(DONE, Text.of("已办结", "Done"))
            .end(CANCELLED, Text.of("已取消", "Cancelled"))
            .step(Transition.forward("assign", Text.of("交办", "Assign"))
                    .from(PLANNED)
                    .to(ASSIGNED)
                    .by(COORDINATION_EDIT))
            .step(Transition.forward("begin", Text.of("承办", "Take up"))
                    .from(ASSIGNED)
                    .to(IN_PROGRESS)
                    .by(TASK_WORK))
            .step(Transition.giveBack("give-back", Text.of("退回", "Give back"))
                    .from(ASSIGNED, IN_PROGRESS)
                    .to(PLANNED)
                    .by(TASK_WORK))
            .step(Transition.forward(SUBMIT, Text.of("报结", "Submit"))
                    .from(IN_PROGRESS)
                    .to(SUBMITTED)
                    .by(TASK_WORK)
                    .showing(
                            Evidence.pastDate(ON, Text.of("完成日期", "Done on")),
                            Evidence.text(EVIDENCE, Text.of("佐证", "Evidence"), LONGEST_EVIDENCE)
                                    .explained(Text.of(
                                            "能说明任务已完成的材料,如验收单及日期",
                                            "What shows that it is done, such as an acceptance record with its date")),
                            Evidence.document("document", Text.of("相关文号", "Document"))
                                    .optional()))
            .step(Transition.stepBack("take-back", Text.of("撤回", "Take back"))
                    .from(ASSIGNED, SUBMITTED)
                    .by(COORDINATION_EDIT))
            .step(Transition.close("accept", Text.of("验收", "Accept"))
                    .from(SUBMITTED)
                    .to(DONE)
                    .by(COORDINATION_EDIT)
                    .otherThan(SUBMIT))
            .step(Transition.rework("rework", Text.of("返工", "Do again"))
                    .from(SUBMITTED)
                    .to(IN_PROGRESS)
                    .by(COORDINATION_EDIT))
            .step(Transition.suspend("suspend", Text.of("挂账", "Suspend"))
                    .from(ASSIGNED, IN_PROGRESS)
                    .to(SUSPENDED)
                    .by(COORDINATION_EDIT))
            .step(Transition.resume("resume", Text.of("恢复", "Resume"))
                    .from(SUSPENDED)
                    .by(COORDINATION_EDIT))
            .step(Transition.defer("defer", Text.of("缓办", "Defer"))
                    .from(ASSIGNED, IN_PROGRESS)
                    .by(COORDINATION_EDIT))
            .step(Transition.close("cancel", Text.of("取消", "Cancel"))
                    .from(PLANNED, ASSIGNED, IN_PROGRESS, SUSPENDED)
                    .to(CANCELLED)
                    .by(COORDINATION_EDIT)
                    .withReason())
            .step(Transition.reopen("reopen", Text.of("重开", "Reopen"))
                    .from(DONE, CANCELLED)
                    .to(IN_PROGRESS)
                    .by(COORDINATION_EDIT))
            .build();

    /** Those of tasks that are not over. */
    static List<String> open() {
        return MACHINE.states().stream()
                .filter(state -> !state.isFinal())
                .map(State::code)
                .toList();
    }

    @Override
    public StateMachine machine() {
        return MACHINE;
    }
}
