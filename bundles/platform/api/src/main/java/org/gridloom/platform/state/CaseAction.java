package org.gridloom.platform.state;

import java.util.List;
import org.gridloom.platform.text.Text;

/**
 * A step that the caller may take now.
 *
 * @param action code of the step
 * @param name what the button says
 * @param kind what it means
 * @param to code of the state that it leads to
 * @param reasoned whether a reason must be given
 * @param evidence what has to be shown
 * @param blocked what must be so first, null where nothing is in the way
 * @param link where to send it by POST, below {@code /api/}, with the case's version in If-Match
 */
public record CaseAction(
        String action,
        Text name,
        MoveKind kind,
        String to,
        boolean reasoned,
        List<Evidence> evidence,
        Text blocked,
        String link) {

    public CaseAction {
        evidence = List.copyOf(evidence);
    }
}
