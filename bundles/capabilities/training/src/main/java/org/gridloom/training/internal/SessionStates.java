package org.gridloom.training.internal;

import static org.gridloom.training.TrainingPermissions.EDIT;
import static org.gridloom.training.TrainingPermissions.READ;

import java.util.List;
import org.gridloom.platform.state.StateMachine;
import org.gridloom.platform.state.StateModel;
import org.gridloom.platform.state.Transition;
import org.gridloom.platform.text.Text;
import org.gridloom.training.Session;
import org.osgi.service.component.annotations.Component;

/** How a session goes from the plan to its having taken place. */
@Component
public final class SessionStates implements StateModel {

    /** Where a session begins. */
    public static final String PLANNED = "planned";
    /** People can enrol. */
    public static final String OPEN = "open";
    /** It took place. */
    public static final String HELD = "held";

    static final String HOLD = "hold";
    private static final String CANCELLED = "cancelled";

    /** For the service; the container lists it. */
    public static final StateMachine MACHINE = StateMachine.of(
                    "training.session", Text.of("培训期次", "Session of training"), "training-session")
            .resource("training/sessions/{id}")
            .readBy(READ)
            .state(PLANNED, Text.of("计划中", "Planned"))
            .state(OPEN, Text.of("报名中", "Open for enrolment"))
            .end(HELD, Text.of("已举办", "Held"))
            .end(CANCELLED, Text.of("已取消", "Cancelled"))
            .step(Transition.forward("announce", Text.of("开放报名", "Open for enrolment"))
                    .from(PLANNED)
                    .to(OPEN)
                    .by(EDIT))
            .step(Transition.giveBack("take-back", Text.of("停止报名", "Close the enrolment"))
                    .from(OPEN)
                    .to(PLANNED)
                    .by(EDIT))
            .step(Transition.close(HOLD, Text.of("确认举办", "Confirm that it took place"))
                    .from(PLANNED, OPEN)
                    .to(HELD)
                    .by(EDIT))
            .step(Transition.close("cancel", Text.of("取消", "Cancel"))
                    .from(PLANNED, OPEN)
                    .to(CANCELLED)
                    .by(EDIT)
                    .withReason())
            .step(Transition.reopen("reopen", Text.of("更正", "Reopen"))
                    .from(HELD, CANCELLED)
                    .to(OPEN)
                    .by(EDIT))
            .build();

    /** Those of sessions that are to come. */
    static List<String> upcoming() {
        return List.of(PLANNED, OPEN);
    }

    static boolean isUpcoming(Session session) {
        return upcoming().contains(session.state());
    }

    @Override
    public StateMachine machine() {
        return MACHINE;
    }
}
