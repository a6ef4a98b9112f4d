package org.gridloom.organization.internal.register;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gridloom.organization.internal.domain.Changes;
import org.gridloom.organization.internal.domain.OrganizationHistory;
import org.gridloom.organization.internal.domain.Period;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.EventDraft;
import org.gridloom.platform.tx.Tx;

/** Audit entries and events of organisations, the same for one and for many. */
public final class Records {

    private Records() {}

    public static void founded(Tx tx, OrganizationHistory history) {
        Map<String, Object> fields = dated(history.last().from());
        fields.putAll(history.last().what().fields());
        write(tx, history, "founded", Map.of(), fields, null);
    }

    public static void changed(Tx tx, OrganizationHistory before, OrganizationHistory after, String reason) {
        Changes changes = Changes.between(
                before.last().what().fields(), after.last().what().fields());
        Map<String, Object> fields = dated(after.last().from());
        fields.putAll(changes.after());
        write(tx, after, "changed", changes.before(), fields, reason);
    }

    public static void closed(Tx tx, OrganizationHistory history, String reason) {
        write(tx, history, "closed", Map.of(), dated(history.last().to()), reason);
    }

    private static Map<String, Object> dated(LocalDate on) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("on", on.toString());
        return fields;
    }

    private static void write(
            Tx tx,
            OrganizationHistory history,
            String verb,
            Map<String, Object> before,
            Map<String, Object> after,
            String reason) {
        Period last = history.last();
        String name = history.family().noun() + "." + verb;
        String subject = history.family().code() + "/" + history.code();
        Map<String, Object> payload = new LinkedHashMap<>(after);
        payload.put("code", history.code());
        payload.put("seat", last.what().seat());
        tx.audit(new AuditEntry(name, subject, last.what().seat(), before, after, reason));
        tx.publish(new EventDraft(name, 1, subject, last.what().seat(), payload));
    }
}
