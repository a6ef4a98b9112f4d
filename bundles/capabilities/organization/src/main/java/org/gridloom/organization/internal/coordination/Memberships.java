package org.gridloom.organization.internal.coordination;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gridloom.organization.BodyMember;
import org.gridloom.organization.internal.domain.Family;
import org.gridloom.organization.internal.store.CoordinationStore;
import org.gridloom.organization.internal.store.OrganizationStore;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.EventDraft;
import org.gridloom.platform.tx.Tx;

/** Ends memberships of coordination bodies, one by one or with one of the two. */
public final class Memberships {

    private Memberships() {}

    /** All memberships of an outside organisation that closes. */
    public static void endAllOf(Tx tx, String organization, LocalDate on, String reason) {
        new CoordinationStore(tx.em())
                .lasting(null, organization, on)
                .forEach(member -> end(tx, member, unit(tx, member.body()), on, reason));
    }

    /** All memberships of a body that closes. */
    static void endAllIn(Tx tx, String body, LocalDate on, String reason) {
        new CoordinationStore(tx.em())
                .lasting(body, null, on)
                .forEach(member -> end(tx, member, unit(tx, body), on, reason));
    }

    static BodyMember end(Tx tx, BodyMember member, String unit, LocalDate on, String reason) {
        BodyMember ended = new CoordinationStore(tx.em()).endMember(member.id(), on);
        record(tx, "organization.coordination.member-left", ended, unit, reason);
        return ended;
    }

    static void joined(Tx tx, BodyMember member, String unit) {
        record(tx, "organization.coordination.member-joined", member, unit, null);
    }

    private static void record(Tx tx, String name, BodyMember member, String unit, String reason) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("body", member.body());
        fields.put("organization", member.organization());
        fields.put("validFrom", member.validFrom().toString());
        fields.put("validTo", member.validTo() == null ? null : member.validTo().toString());
        tx.audit(new AuditEntry(name, "body/" + member.body(), unit, Map.of(), fields, reason));
        tx.publish(new EventDraft(name, 1, "body/" + member.body(), unit, fields));
    }

    private static String unit(Tx tx, String body) {
        return new OrganizationStore(tx)
                .find(Family.BODY, body)
                .map(history -> history.last().what().seat())
                .orElse(null);
    }
}
