package org.gridloom.organization;

import java.time.LocalDate;
import org.gridloom.platform.state.Case;

/**
 * An entry of a coordination body's task list, a case of the state machine {@code organization.task}.
 *
 * @param id of the task
 * @param body code of the body
 * @param goal id of the goal it serves; null for none
 * @param title what is to be done
 * @param due by when
 * @param responsible code of the outside organisation that does it; null where it is the body itself
 * @param state code of its state
 * @param doneOn null until it is accepted as done
 * @param evidence what shows that it is done; null until it is accepted as done
 * @param lamp {@code green}, {@code yellow} (near) or {@code red} (over), by the rules that it was set under; null when
 *     there is nothing to be done
 * @param progress where it stands, with what the caller may do now
 * @param version for the next change of the entry itself; steps go by that of {@code progress}
 */
public record BodyTask(
        long id,
        String body,
        Long goal,
        String title,
        LocalDate due,
        String responsible,
        String state,
        LocalDate doneOn,
        String evidence,
        String lamp,
        Case progress,
        long version) {

    /** The same with where it stands. */
    public BodyTask standing(Case now) {
        return new BodyTask(
                id, body, goal, title, due, responsible, now.state(), doneOn, evidence, now.lamp(), now, version);
    }
}
