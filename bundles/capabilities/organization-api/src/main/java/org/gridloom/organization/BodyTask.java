package org.gridloom.organization;

import java.time.LocalDate;

/**
 * An entry of a coordination body's task list.
 *
 * @param id of the task
 * @param body code of the body
 * @param goal id of the goal it serves; null for none
 * @param title what is to be done
 * @param due by when
 * @param responsible code of the outside organisation that does it; null where it is the body itself
 * @param state {@code open} or {@code done}
 * @param doneOn null while open
 * @param evidence what shows that it is done; null while open
 * @param lamp {@code green}, {@code yellow} (near) or {@code red} (over) while open, by the rules in force today; null
 *     when done
 * @param version for the next change
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
        long version) {

    /** The same with this lamp. */
    public BodyTask lit(String shown) {
        return new BodyTask(id, body, goal, title, due, responsible, state, doneOn, evidence, shown, version);
    }
}
