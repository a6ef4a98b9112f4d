package org.gridloom.organization;

import java.time.LocalDate;
import java.util.List;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
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

    /** @param state {@code open}, {@code done} or null for both */
    Page<BodyTask> tasks(String code, String state, PageQuery page);

    /** @throws Problem {@link Problem.Kind#NOT_FOUND} if there is none */
    BodyTask task(long id);

    BodyTask addTask(String code, BodyTaskDraft draft);

    /** @throws Problem {@link Problem.Kind#CONFLICT} when it is done */
    BodyTask changeTask(long id, BodyTaskDraft draft, long expectedVersion);

    /** @throws Problem {@link Problem.Kind#CONFLICT} when it is done already */
    BodyTask complete(long id, BodyTaskCompletion completion, long expectedVersion);
}
