package org.gridloom.organization.internal.coordination;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridloom.organization.BodyGoal;
import org.gridloom.organization.BodyTask;
import org.gridloom.organization.BodyTaskDraft;
import org.gridloom.organization.CoordinationBodies;
import org.gridloom.organization.PartyPermissions;
import org.gridloom.organization.internal.Desk;
import org.gridloom.organization.internal.store.CoordinationStore;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.sheet.Sheet;
import org.gridloom.platform.sheet.SheetColumn;
import org.gridloom.platform.sheet.SheetDefinition;
import org.gridloom.platform.sheet.SheetOutput;
import org.gridloom.platform.sheet.SheetPages;
import org.gridloom.platform.sheet.SheetQuery;
import org.gridloom.platform.sheet.SheetRow;
import org.gridloom.platform.sheet.SheetRows;
import org.gridloom.platform.sheet.SheetWriting;
import org.gridloom.platform.sheet.Tried;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The task lists of coordination bodies. A row is the task of its body with that title: the one for that day, or else the
 * one that is not over. State and day of completion are for those who read the list; a new task begins as planned.
 */
@Component(service = Sheet.class)
public final class TaskSheet implements Sheet {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_GOAL = 500;

    private final Desk desk;
    private final DefaultCoordinationBodies bodies;
    private final TaskCases cases;
    private final BodyParts parts;

    @Activate
    public TaskSheet(@Reference Desk desk, @Reference DefaultCoordinationBodies bodies, @Reference TaskCases cases) {
        this.desk = desk;
        this.bodies = bodies;
        this.cases = cases;
        this.parts = new BodyParts(desk, bodies);
    }

    @Override
    public SheetDefinition definition() {
        return new SheetDefinition(
                "organization.tasks",
                Text.of("协调机制任务清单", "Tasks of coordination bodies"),
                PartyPermissions.COORDINATION_EDIT,
                PartyPermissions.COORDINATION_READ,
                Set.of(BodyParts.BODY, "state"),
                BodyParts.MOST,
                List.of(
                        BodyParts.column(),
                        SheetColumn.text("title", Text.of("任务", "Task"))
                                .needed()
                                .upTo(LONGEST_TITLE)
                                .aka("任务名称", "任务内容")
                                .as("老旧小区管网改造协调"),
                        SheetColumn.date("due", Text.of("完成时限", "Due"))
                                .needed()
                                .aka("截止日期", "完成期限")
                                .as("2026-09-30"),
                        SheetColumn.code("responsible", Text.of("责任单位编码", "Responsible"))
                                .explained(Text.of("成员单位,空为机制本身", "A member; blank for the body itself")),
                        SheetColumn.text("goal", Text.of("所属目标", "Goal"))
                                .upTo(LONGEST_GOAL)
                                .explained(Text.of("该机制已有目标的原文", "The words of a goal of the body")),
                        SheetColumn.choice("state", Text.of("状态", "State"), states())
                                .explained(Text.of("导出时列出,新任务只能为拟办", "Exported; a new task is planned")),
                        SheetColumn.date("doneOn", Text.of("完成日期", "Done on"))
                                .explained(Text.of("导出时列出", "Exported"))));
    }

    private static List<SheetColumn.Choice> states() {
        return TaskStates.MACHINE.states().stream()
                .map(state -> new SheetColumn.Choice(state.code(), state.name()))
                .toList();
    }

    @Override
    public ImportReport load(SheetRows rows, boolean dryRun, Progress progress) {
        cases.ready();
        return parts.load(rows, dryRun, progress, new Loading()::write);
    }

    /** Knows the goals and tasks of each body that a row named, and the tasks that rows made of them. */
    private final class Loading {

        private final Map<String, Map<String, Long>> goals = new HashMap<>();
        private final Map<String, Map<String, List<BodyTask>>> tasks = new HashMap<>();

        void write(Tx tx, SheetWriting written, SheetRow row) {
            CoordinationStore store = new CoordinationStore(tx.em());
            BodyTaskDraft draft =
                    new BodyTaskDraft(goal(store, row), row.text("title"), row.date("due"), row.text("responsible"));
            Tried.on(row, () -> desk.valid(draft), "title", Map.of());
            if (row.isFaulty()) {
                return;
            }
            List<BodyTask> titled = tasks.computeIfAbsent(
                            row.text(BodyParts.BODY), body -> byTitle(store.lockTasks(body)))
                    .computeIfAbsent(draft.title(), title -> new ArrayList<>());
            Optional<BodyTask> there = find(titled, draft.due());
            if (there.isPresent() && isSame(there.get(), draft)) {
                written.unchanged();
                return;
            }
            BodyTask task = there.isEmpty()
                    ? add(tx, row, draft)
                    : Tried.on(row, () -> bodies.changeTask(tx, there.get(), draft), "title", Map.of());
            if (task != null) {
                there.ifPresentOrElse(before -> written.updated(), written::created);
                there.ifPresent(titled::remove);
                titled.add(task);
            }
        }

        private BodyTask add(Tx tx, SheetRow row, BodyTaskDraft draft) {
            String state = row.text("state");
            if (state != null && !state.equals(TaskStates.PLANNED)) {
                row.fault("state", Text.of("新任务只能为拟办,其后逐步办理", "A new task is planned; its steps are taken one by one"));
                return null;
            }
            return Tried.on(row, () -> bodies.addTask(tx, row.text(BodyParts.BODY), draft), "title", Map.of());
        }

        private Long goal(CoordinationStore store, SheetRow row) {
            String words = row.text("goal");
            if (words == null) {
                return null;
            }
            Long goal = goals.computeIfAbsent(row.text(BodyParts.BODY), body -> byWords(store.goals(body, null)))
                    .get(words);
            if (goal == null) {
                row.fault("goal", Text.of("该机制没有这个目标", "The body has no such goal"));
            }
            return goal;
        }
    }

    private static Map<String, List<BodyTask>> byTitle(List<BodyTask> tasks) {
        return tasks.stream().collect(Collectors.groupingBy(BodyTask::title, HashMap::new, Collectors.toList()));
    }

    /** Of goals that say the same the last one. */
    private static Map<String, Long> byWords(List<BodyGoal> goals) {
        return goals.stream().collect(Collectors.toMap(BodyGoal::text, BodyGoal::id, (earlier, later) -> later));
    }

    private static Optional<BodyTask> find(List<BodyTask> titled, LocalDate due) {
        return titled.stream()
                .filter(task -> task.due().equals(due))
                .findFirst()
                .or(() -> titled.stream()
                        .filter(task -> TaskStates.open().contains(task.state()))
                        .findFirst());
    }

    private static boolean isSame(BodyTask task, BodyTaskDraft draft) {
        return task.due().equals(draft.due())
                && Objects.equals(task.goal(), draft.goal())
                && Objects.equals(task.responsible(), draft.responsible());
    }

    @Override
    public void export(SheetQuery query, SheetOutput out) {
        parts.each(query, body -> {
            Map<Long, String> goals =
                    bodies.goals(body, null).stream().collect(Collectors.toMap(BodyGoal::id, BodyGoal::text));
            SheetPages.each(
                    query,
                    CoordinationBodies.TASKS_SORTABLE,
                    page -> bodies.tasks(body, query.text("state"), page),
                    task -> out.row(
                            task.body(),
                            task.title(),
                            task.due(),
                            task.responsible(),
                            task.goal() == null ? null : goals.get(task.goal()),
                            task.state(),
                            task.doneOn()));
        });
    }
}
