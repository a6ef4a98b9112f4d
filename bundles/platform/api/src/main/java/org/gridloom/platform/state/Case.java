package org.gridloom.platform.state;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gridloom.platform.text.Text;

/**
 * Where a case stands.
 *
 * @param machine code of its machine
 * @param subject id of the record
 * @param unit code of the unit in which permissions are judged, as it was when the case was opened
 * @param state code of its state
 * @param stateName what the state is called
 * @param since when it came into this state
 * @param closed whether the state is final
 * @param dueOn the case's own date; null for none
 * @param dueAt last instant in time to leave the state; null for no deadline, and while the clock stands still
 * @param lamp {@code green}, {@code yellow} (near) or {@code red} (over); null without deadline
 * @param rulesVersion id of the rule version that it was opened under; null for a machine without rules
 * @param openedAt when it was opened
 * @param version for the next step; another one than that of the record
 * @param actions what the caller may do now; empty where it was not asked for
 */
public record Case(
        String machine,
        String subject,
        String unit,
        String state,
        Text stateName,
        Instant since,
        boolean closed,
        LocalDate dueOn,
        Instant dueAt,
        String lamp,
        Long rulesVersion,
        Instant openedAt,
        long version,
        List<CaseAction> actions) {

    public Case {
        actions = List.copyOf(actions);
    }

    /** The same with what the caller may do now. */
    public Case allowing(List<CaseAction> now) {
        return new Case(
                machine,
                subject,
                unit,
                state,
                stateName,
                since,
                closed,
                dueOn,
                dueAt,
                lamp,
                rulesVersion,
                openedAt,
                version,
                now);
    }
}
