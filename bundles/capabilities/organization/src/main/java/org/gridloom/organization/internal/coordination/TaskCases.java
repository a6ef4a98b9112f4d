package org.gridloom.organization.internal.coordination;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridloom.organization.BodyTask;
import org.gridloom.organization.internal.Desk;
import org.gridloom.organization.internal.domain.Family;
import org.gridloom.organization.internal.store.CoordinationStore;
import org.gridloom.organization.internal.store.OrganizationStore;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.state.Case;
import org.gridloom.platform.state.CaseMove;
import org.gridloom.platform.state.Cases;
import org.gridloom.platform.state.MoveDraft;
import org.gridloom.platform.state.Opening;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tasks as cases of {@link TaskStates}. */
@Component(service = TaskCases.class)
public final class TaskCases {

    private static final Logger LOG = LoggerFactory.getLogger(TaskCases.class);
    private static final String PROCESS = "organization";

    private final Desk desk;
    private final Cases cases;
    private volatile boolean complete;

    @Activate
    public TaskCases(@Reference Desk desk, @Reference Cases cases) {
        this.desk = desk;
        this.cases = cases;
        try {
            ready();
        } catch (RuntimeException e) {
            LOG.warn("Tasks of before could not be taken up as cases yet: {}", e.getMessage());
        }
    }

    /** Tasks that were there before they were cases are so once; the rows are locked against another node. */
    void ready() {
        if (complete) {
            return;
        }
        desk.access().asSystem(PROCESS, () -> {
            desk.transactions()
                    .run(tx -> new CoordinationStore(tx.em())
                            .lockTasksWithoutState()
                            .forEach(task -> adopt(tx, task)));
            return null;
        });
        complete = true;
    }

    private void adopt(Tx tx, BodyTask task) {
        String state = task.doneOn() == null ? TaskStates.IN_PROGRESS : TaskStates.DONE;
        String unit = new OrganizationStore(tx)
                .find(Family.BODY, task.body())
                .orElseThrow(() -> new IllegalStateException("Task " + task.id() + " has no body"))
                .last()
                .what()
                .seat();
        Case begun = cases.open(
                TaskStates.MACHINE,
                subject(task),
                Opening.in(unit).due(task.due()).standing(state));
        new CoordinationStore(tx.em()).enter(task.id(), begun.state(), task.due(), task.doneOn(), task.evidence());
    }

    BodyTask opened(BodyTask task, String unit) {
        return task.standing(
                cases.open(TaskStates.MACHINE, subject(task), Opening.in(unit).due(task.due())));
    }

    BodyTask shown(BodyTask task) {
        return task.standing(cases.get(TaskStates.MACHINE, subject(task)));
    }

    Page<BodyTask> shown(Page<BodyTask> tasks) {
        Map<String, Case> progress = cases.all(
                TaskStates.MACHINE,
                tasks.items().stream().map(TaskCases::subject).toList());
        return tasks.map(task -> task.standing(progress.get(subject(task))));
    }

    List<CaseMove> timeline(long id) {
        return cases.timeline(TaskStates.MACHINE, Long.toString(id));
    }

    /**
     * After the task's entry was changed.
     *
     * @throws Problem {@link Problem.Kind#INVALID} for another date of what was assigned
     */
    BodyTask changed(BodyTask before, BodyTask after) {
        if (after.due().equals(before.due())) {
            return shown(after);
        }
        if (!before.state().equals(TaskStates.PLANNED)) {
            throw Problem.invalid("due", Text.of("已交办的任务改期请用“缓办”", "What was assigned can be deferred only"));
        }
        return after.standing(cases.reschedule(TaskStates.MACHINE, subject(after), after.due()));
    }

    /** @param task locked */
    BodyTask move(Tx tx, BodyTask task, String action, MoveDraft draft, long expectedVersion) {
        Case now = cases.move(TaskStates.MACHINE, subject(task), action, draft, expectedVersion);
        Optional<CaseMove> report = now.state().equals(TaskStates.DONE) ? lastReport(task.id()) : Optional.empty();
        return new CoordinationStore(tx.em())
                .enter(
                        task.id(),
                        now.state(),
                        now.dueOn(),
                        report.map(move -> LocalDate.parse(value(move, TaskStates.ON)))
                                .orElse(null),
                        report.map(move -> value(move, TaskStates.EVIDENCE)).orElse(null))
                .standing(now);
    }

    private Optional<CaseMove> lastReport(long id) {
        return timeline(id).stream()
                .filter(move -> move.action().equals(TaskStates.SUBMIT))
                .reduce((former, later) -> later);
    }

    private static String value(CaseMove move, String name) {
        return move.evidence().stream()
                .filter(shown -> shown.name().equals(name))
                .map(CaseMove.Shown::value)
                .findFirst()
                .orElseThrow();
    }

    private static String subject(BodyTask task) {
        return Long.toString(task.id());
    }
}
