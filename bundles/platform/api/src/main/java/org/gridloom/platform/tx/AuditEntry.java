package org.gridloom.platform.tx;

import java.util.Map;
import java.util.Objects;

/**
 * What was done to what, and why. Who, when and from where are added by the platform.
 *
 * @param action {@code <capability>.<noun>.<verb>} in the past tense, as in {@code organization.unit.renamed}
 * @param subject kind and id of the record, as in {@code unit/210102021011}
 * @param unit code of the unit whose auditors may read the entry; null where it concerns the whole district
 * @param before the changed fields before, empty for a new record; JSON values only (text, numbers, booleans, null,
 *     lists, maps); never personal data in clear
 * @param after the changed fields after, empty for a removed record
 * @param reason why, as the caller gave it for this change; null where none was asked for: then the reason that the caller
 *     gave for the call as a whole stands there, if any
 */
public record AuditEntry(
        String action, String subject, String unit, Map<String, ?> before, Map<String, ?> after, String reason) {

    public AuditEntry {
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }

    /** A record came into being. */
    public static AuditEntry created(String action, String subject, String unit, Map<String, ?> after) {
        return new AuditEntry(action, subject, unit, Map.of(), after, null);
    }

    /** A record changed. */
    public static AuditEntry changed(
            String action, String subject, String unit, Map<String, ?> before, Map<String, ?> after, String reason) {
        return new AuditEntry(action, subject, unit, before, after, reason);
    }
}
