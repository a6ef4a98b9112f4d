package org.gridloom.platform.states.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * A case as it is kept.
 *
 * @param ruleKey values of the key columns of its rule set
 * @param closedAt null while open
 */
public record CaseRow(
        Long id,
        String machine,
        String subject,
        String unit,
        String state,
        Instant since,
        LocalDate dueOn,
        Instant dueAt,
        Long rulesVersion,
        Map<String, String> ruleKey,
        Instant openedAt,
        Instant closedAt,
        long version) {

    /** The same after a step. */
    public CaseRow in(String to, Instant at, LocalDate on, Instant due, Instant closed) {
        return new CaseRow(
                id, machine, subject, unit, to, at, on, due, rulesVersion, ruleKey, openedAt, closed, version + 1);
    }

    /** The same with another date. */
    public CaseRow due(LocalDate on, Instant at) {
        return new CaseRow(
                id,
                machine,
                subject,
                unit,
                state,
                since,
                on,
                at,
                rulesVersion,
                ruleKey,
                openedAt,
                closedAt,
                version + 1);
    }
}
