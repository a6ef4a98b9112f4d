package org.gridloom.organization.internal.people;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gridloom.organization.internal.domain.Changes;
import org.gridloom.organization.internal.domain.Term;
import org.gridloom.organization.internal.store.KeptPerson;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.EventDraft;
import org.gridloom.platform.tx.Tx;

/** Audit entries and events of posts. Events of a place stay in order. */
public final class PostRecords {

    private PostRecords() {}

    public static void takenUp(Tx tx, Term term, String unit) {
        tx.audit(AuditEntry.created("organization.post.taken-up", subject(term), unit, term.fields()));
        publish(tx, "organization.post.taken-up", term, unit, withId(term));
    }

    static void handedOver(Tx tx, Term former, Term next, String unit, Map<String, String> accounts, String reason) {
        tx.audit(AuditEntry.changed(
                "organization.post.handed-over",
                subject(next),
                unit,
                Map.of("post", former.id(), "person", former.person()),
                withId(next),
                reason));
        Map<String, Object> payload = withId(next);
        payload.remove("person");
        payload.put("on", next.from().toString());
        payload.put("formerPost", former.id());
        payload.put("fromPerson", former.person());
        payload.put("toPerson", next.person());
        payload.put("fromAccount", accounts.get(former.person()));
        payload.put("toAccount", accounts.get(next.person()));
        publish(tx, "organization.post.handed-over", next, unit, payload);
    }

    /** Its end, cross-appointment or representation was corrected. */
    public static void changed(Tx tx, Term before, Term after, String unit) {
        Changes changes = Changes.between(before.fields(), after.fields());
        tx.audit(AuditEntry.changed(
                "organization.post.changed", subject(after), unit, changes.before(), changes.after(), null));
        publish(tx, "organization.post.changed", after, unit, withId(after));
    }

    /** Its end was set, or is earlier than it was. */
    public static void ended(Tx tx, Term term, String unit, String reason) {
        Map<String, Object> after = Map.of("validTo", term.to().toString());
        tx.audit(AuditEntry.changed(
                "organization.post.ended", subject(term), unit, Map.of("person", term.person()), after, reason));
        publish(tx, "organization.post.ended", term, unit, withId(term));
    }

    /** Nothing keeps the person here any more: whoever keeps accounts closes theirs. */
    static void left(Tx tx, KeptPerson person, LocalDate on) {
        String subject = "person/" + person.code();
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("person", person.code());
        payload.put("account", person.account());
        payload.put("on", on.toString());
        tx.audit(AuditEntry.changed("organization.person.left", subject, person.unit(), Map.of(), payload, null));
        tx.publish(new EventDraft("organization.person.left", 1, subject, person.unit(), payload));
    }

    private static void publish(Tx tx, String name, Term term, String unit, Map<String, Object> payload) {
        tx.publish(new EventDraft(name, 1, term.holder() + "/" + term.at(), unit, payload));
    }

    private static Map<String, Object> withId(Term term) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("post", term.id());
        fields.putAll(term.fields());
        return fields;
    }

    private static String subject(Term term) {
        return "post/" + term.id();
    }
}
