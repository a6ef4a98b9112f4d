package org.gridloom.organization;

import java.time.LocalDate;
import java.util.List;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.state.CaseMove;
import org.gridloom.platform.state.MoveDraft;
import org.gridloom.platform.state.RefusedMove;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Coordination bodies at units, their member organisations, goals and task lists. Reading takes
 * {@code organization.coordination.read}, changing {@code organization.coordination.edit}, at the body's unit.
 */
@ProviderType
public interface CoordinationBodies {

    /** Fields that {@link #list} can be sorted by. */
    List<String> SORTABLE = List.of("code", "name", "validFrom");

    /** Fields that {@link #tasks} can be sorted by. */
    List<String> TASKS_SORTABLE = List.of("due", "title");

    /**
     * Those within the caller's scope.
     *
     * @param unit code of a territory unit, with all below it; null for no restriction
     * @param asOf null for today
     */
    Page<CoordinationBody> list(String unit, LocalDate asOf, PageQuery page);

    CoordinationBody get(String code, LocalDate asOf);

    CoordinationBody create(CoordinationBodyDraft draft);

    CoordinationBody change(String code, CoordinationBodyChange change, long expectedVersion);

    /** Ends its posts and memberships with it. */
    CoordinationBody close(String code, OrganizationClosing closing, long expectedVersion);

    /** @param asOf null for today */
    List<BodyMember> members(String code, LocalDate asOf);

    /** @throws Problem {@link Problem.Kind#CONFLICT} where it is a member already */
    BodyMember join(String code, BodyMemberDraft draft);

    BodyMember leave(long id, PostEnding ending, long expectedVersion);

    /** @param year null for all */
    List<BodyGoal> goals(String code, Integer year);

    /** @throws Problem {@link Problem.Kind#NOT_FOUND} if there is none */
    BodyGoal goal(long id);

    BodyGoal addGoal(String code, BodyGoalDraft draft);

    BodyGoal changeGoal(long id, BodyGoalDraft draft, long expectedVersion);

    /** @param state code of a state, {@code open} for all that are not over, or null for all */
    Page<BodyTask> tasks(String code, String state, PageQuery page);

    /** @throws Problem {@link Problem.Kind#NOT_FOUND} if there is none */
    BodyTask task(long id);

    /** Every step that a task took, the first first. */
    List<CaseMove> taskTimeline(long id);

    BodyTask addTask(String code, BodyTaskDraft draft);

    /**
     * @throws Problem {@link Problem.Kind#CONFLICT} when it is over; {@link Problem.Kind#INVALID} for another date once it
     *     was assigned, as it can then be deferred only
     */
    BodyTask changeTask(long id, BodyTaskDraft draft, long expectedVersion);

    /**
     * Takes a step; permission and evidence depend on it.
     *
     * @param action code of a step of the state machine {@code organization.task}
     * @param expectedVersion of the task's {@code progress}
     * @throws RefusedMove if it cannot be taken now, with what can
     */
    BodyTask moveTask(long id, String action, MoveDraft draft, long expectedVersion);
}
