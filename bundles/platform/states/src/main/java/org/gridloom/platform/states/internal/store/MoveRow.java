package org.gridloom.platform.states.internal.store;

import java.time.Instant;
import java.util.Map;
import org.gridloom.platform.state.MoveKind;
import org.gridloom.platform.states.internal.domain.Step;

/**
 * A step as it is kept.
 *
 * @param number from 1, the opening
 * @param kind null for the opening
 * @param salt what its digest is made with
 */
public record MoveRow(
        long caseId,
        int number,
        String action,
        MoveKind kind,
        String from,
        String to,
        Instant at,
        String account,
        String reason,
        Map<String, String> evidence,
        String salt,
        Instant dueAt) {

    public Step step() {
        return new Step(kind, to, at, dueAt);
    }
}
