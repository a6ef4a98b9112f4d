package org.gridloom.platform.state;

import java.time.Instant;
import java.util.List;
import org.gridloom.platform.text.Text;

/**
 * A step that was taken.
 *
 * @param number from 1, the opening
 * @param action code of the step; {@code open} for the opening
 * @param name what the step is called
 * @param kind what it means; null for the opening
 * @param from code of the state before; null for the opening
 * @param to code of the state after
 * @param toName what the state after is called
 * @param at when
 * @param account who
 * @param reason why; null where none was given
 * @param evidence what was shown
 * @param dueAt last instant in time to leave the state after, as it was then; null for no deadline
 */
public record CaseMove(
        int number,
        String action,
        Text name,
        MoveKind kind,
        String from,
        String to,
        Text toName,
        Instant at,
        String account,
        String reason,
        List<Shown> evidence,
        Instant dueAt) {

    /** Action of the first entry of every history. */
    public static final String OPEN = "open";

    /** A piece of evidence: its label as declared today, and its value in the form that {@link Evidence.Type} says. */
    public record Shown(String name, Text label, Evidence.Type type, String value) {}

    public CaseMove {
        evidence = List.copyOf(evidence);
    }
}
