package org.gridloom.platform.rules.internal;

import java.util.Map;
import org.gridloom.platform.rule.RuleVersion;
import org.gridloom.platform.rules.internal.domain.CalendarYear;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.EventDraft;
import org.gridloom.platform.tx.Tx;

/** Audit entries and events of rules and calendar; they concern the whole district. */
final class Records {

    private static final String PUBLISHED = "rules.version.published";
    private static final String WITHDRAWN = "rules.version.withdrawn";
    private static final String YEAR_SET = "calendar.year.set";

    private Records() {}

    static void published(Tx tx, RuleVersion version) {
        kept(tx, version);
        tx.publish(new EventDraft(PUBLISHED, 1, "rules/" + version.ruleSet(), null, key(version)));
    }

    /** What a module ships, when it is first seen: it held before, so nothing happened that others must hear of. */
    static void kept(Tx tx, RuleVersion version) {
        tx.audit(AuditEntry.created(PUBLISHED, subject(version), null, fields(version)));
    }

    static void withdrawn(Tx tx, RuleVersion version, String reason) {
        tx.audit(AuditEntry.changed(WITHDRAWN, subject(version), null, fields(version), Map.of(), reason));
        tx.publish(new EventDraft(WITHDRAWN, 1, "rules/" + version.ruleSet(), null, key(version)));
    }

    /** @param before null for none */
    static void draft(Tx tx, String verb, RuleVersion before, RuleVersion after) {
        RuleVersion one = after == null ? before : after;
        tx.audit(AuditEntry.changed(
                "rules.draft." + verb,
                subject(one),
                null,
                before == null ? Map.of() : fields(before),
                after == null ? Map.of() : fields(after),
                null));
    }

    static void yearSet(Tx tx, CalendarYear before, CalendarYear after) {
        String subject = "calendar-year/" + after.year();
        tx.audit(AuditEntry.changed(YEAR_SET, subject, null, fields(before), fields(after), null));
        tx.publish(new EventDraft(YEAR_SET, 1, subject, null, Map.of("year", after.year(), "basis", after.basis())));
    }

    private static String subject(RuleVersion version) {
        return "rules-version/" + version.id();
    }

    private static Map<String, Object> key(RuleVersion version) {
        return Map.of(
                "version", version.id(),
                "ruleSet", version.ruleSet(),
                "validFrom", version.validFrom().toString());
    }

    private static Map<String, Object> fields(RuleVersion version) {
        return Map.of(
                "ruleSet", version.ruleSet(),
                "state", version.state(),
                "validFrom", version.validFrom().toString(),
                "basis", version.basis(),
                "rows", version.rows().stream().map(row -> row.values()).toList());
    }

    private static Map<String, Object> fields(CalendarYear year) {
        return Map.of(
                "source", year.source(),
                "basis", year.basis() == null ? "" : year.basis(),
                "days",
                        year.days().stream()
                                .map(day -> day.date() + (day.workDay() ? " 班" : " 休"))
                                .toList());
    }
}
