package org.gridloom.organization.internal.people;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gridloom.organization.Person;
import org.gridloom.organization.PersonalDatum;
import org.gridloom.organization.internal.domain.Changes;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.EventDraft;
import org.gridloom.platform.tx.Tx;

/**
 * Audit entries and events of people: codes; of what is personal just that it changed, and of encrypted numbers what is
 * kept, so that the trail covers it and says nothing once the person is erased.
 */
public final class PersonRecords {

    private PersonRecords() {}

    public static void registered(Tx tx, Person person) {
        tx.audit(AuditEntry.created("organization.person.registered", subject(person), person.unit(), audited(person)));
        publish(tx, "organization.person.registered", person, fields(person));
    }

    public static void changed(Tx tx, Person before, Person after) {
        Changes changes = Changes.between(audited(before), audited(after));
        Map<String, Object> shown = new LinkedHashMap<>(changes.after());
        shown.put("alsoChanged", personalChanges(before, after));
        tx.audit(AuditEntry.changed(
                "organization.person.changed", subject(after), after.unit(), changes.before(), shown, null));
        publish(tx, "organization.person.changed", after, fields(after));
    }

    private static void publish(Tx tx, String name, Person person, Map<String, Object> payload) {
        tx.publish(new EventDraft(name, 1, subject(person), person.unit(), payload));
    }

    private static List<String> personalChanges(Person before, Person after) {
        List<String> changed = new ArrayList<>();
        add(changed, "name", before.name(), after.name());
        add(changed, "sex", before.sex(), after.sex());
        add(changed, "birthYear", before.birthYear(), after.birthYear());
        add(changed, "politicalStatus", before.politicalStatus(), after.politicalStatus());
        add(changed, "note", before.note(), after.note());
        return changed;
    }

    private static void add(List<String> changed, String field, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            changed.add(field);
        }
    }

    private static Map<String, Object> fields(Person person) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("code", person.code());
        fields.put("unit", person.unit());
        fields.put("account", person.account());
        fields.values().removeIf(Objects::isNull);
        return fields;
    }

    /** With the numbers as they are kept. */
    private static Map<String, Object> audited(Person kept) {
        Map<String, Object> fields = fields(kept);
        fields.put(PersonalDatum.PHONE.field(), kept.phone());
        fields.put(PersonalDatum.ID_NUMBER.field(), kept.idNumber());
        fields.values().removeIf(Objects::isNull);
        return fields;
    }

    private static String subject(Person person) {
        return PersonVault.subject(person.code());
    }
}
