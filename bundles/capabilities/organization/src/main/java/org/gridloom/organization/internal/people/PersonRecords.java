package org.gridloom.organization.internal.people;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.gridloom.organization.PersonalDatum;
import org.gridloom.organization.internal.domain.Changes;
import org.gridloom.organization.internal.store.KeptPerson;
import org.gridloom.platform.privacy.PersonalField;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.EventDraft;
import org.gridloom.platform.tx.Tx;

/**
 * Audit entries and events of people. Entries hold codes as they are, and what is personal encrypted under the person's
 * key, also what the record holds in clear: so the trail covers it and says nothing once the person is erased.
 */
public final class PersonRecords {

    private final PersonVault vault;

    public PersonRecords(PersonVault vault) {
        this.vault = vault;
    }

    public void registered(Tx tx, KeptPerson person) {
        Map<String, Object> told = audited(person);
        seal(told, person.code(), PersonFields.NAME, person.name());
        tx.audit(AuditEntry.created("organization.person.registered", subject(person), person.unit(), told));
        publish(tx, "organization.person.registered", person, fields(person));
    }

    public void changed(Tx tx, KeptPerson before, KeptPerson after) {
        Map<String, Object> was = audited(before);
        Map<String, Object> is = audited(after);
        if (!before.name().equals(after.name())) {
            // Only then, as it looks other each time it is encrypted.
            seal(was, after.code(), PersonFields.NAME, before.name());
            seal(is, after.code(), PersonFields.NAME, after.name());
        }
        Changes changes = Changes.between(was, is);
        tx.audit(AuditEntry.changed(
                "organization.person.changed", subject(after), after.unit(), changes.before(), changes.after(), null));
        publish(tx, "organization.person.changed", after, fields(after));
    }

    private void seal(Map<String, Object> told, String code, PersonalField field, String value) {
        String name = field.code().substring(field.code().lastIndexOf('.') + 1);
        told.put(name, vault.sealed(code, field.code(), value));
    }

    private static void publish(Tx tx, String name, KeptPerson person, Map<String, Object> payload) {
        tx.publish(new EventDraft(name, 1, subject(person), person.unit(), payload));
    }

    private static Map<String, Object> fields(KeptPerson person) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("code", person.code());
        fields.put("unit", person.unit());
        fields.put("account", person.account());
        fields.values().removeIf(Objects::isNull);
        return fields;
    }

    /** With what is kept encrypted as it is kept. */
    private static Map<String, Object> audited(KeptPerson kept) {
        Map<String, Object> fields = fields(kept);
        for (PersonalDatum datum : PersonalDatum.values()) {
            fields.put(datum.field(), PersonVault.value(kept, datum).stored());
        }
        fields.values().removeIf(Objects::isNull);
        return fields;
    }

    private static String subject(KeptPerson person) {
        return PersonVault.subject(person.code());
    }
}
