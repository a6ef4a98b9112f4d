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
        long version) {}
