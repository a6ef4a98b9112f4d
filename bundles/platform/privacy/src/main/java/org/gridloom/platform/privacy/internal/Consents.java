package org.gridloom.platform.privacy.internal;

import static org.gridloom.platform.privacy.internal.Permissions.CONSENT_EDIT;
import static org.gridloom.platform.privacy.internal.Permissions.REGISTER_READ;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gridloom.platform.privacy.PersonalSubject;
import org.gridloom.platform.privacy.internal.store.ConsentStore;
import org.gridloom.platform.privacy.internal.store.KeyStore;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.EventDraft;
import org.gridloom.platform.tx.Transactions;
import org.gridloom.platform.tx.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What people agreed to, for the purpose of a field. */
@Component(service = Consents.class)
public final class Consents {

    private final Transactions transactions;
    private final Clock clock;
    private final Subjects subjects;
    private final FieldRegister fields;

    @Activate
    public Consents(
            @Reference(target = "(osgi.unit.name=org.gridloom.platform.privacy)") Transactions transactions,
            @Reference Clock clock,
            @Reference Subjects subjects,
            @Reference FieldRegister fields) {
        this.transactions = transactions;
        this.clock = clock;
        this.subjects = subjects;
        this.fields = fields;
    }

    /** Those of a person, the newest first. */
    public List<Consent> of(String subject) {
        subjects.require(REGISTER_READ, subject);
        return transactions.read(tx -> new ConsentStore(tx.em()).of(subject));
    }

    /**
     * @param document where the signed paper or the record is
     * @param on null for today
     */
    public Consent give(String subject, String field, String document, LocalDate on) {
        PersonalSubject person = subjects.require(CONSENT_EDIT, subject);
        requireField(field);
        String paper = Reasons.requiredDocument(document);
        LocalDate day = day(on);
        return transactions.call(tx -> {
            ConsentStore store = new ConsentStore(tx.em());
            new KeyStore(tx.em()).lock(subject).filter(key -> key.isErased()).ifPresent(key -> {
                throw Problem.conflict(Text.of("此人的个人信息已删除", "This person's data were erased"));
            });
            if (store.holds(subject, field)) {
                throw Problem.conflict(Text.of("已有有效的同意", "There is a consent that holds already"));
            }
            Consent made = store.insert(subject, field, day, paper);
            record(tx, "given", person.unit(), made);
            return made;
        });
    }

    /** The person takes back the consent that holds; nothing more is taken on it, and what is held can be erased. */
    public Consent withdraw(String subject, String field, String document, LocalDate on) {
        PersonalSubject person = subjects.require(CONSENT_EDIT, subject);
        String paper = Reasons.requiredDocument(document);
        LocalDate day = day(on);
        return transactions.call(tx -> {
            ConsentStore store = new ConsentStore(tx.em());
            Consent holding = store.lock(subject, field == null ? "" : field)
                    .orElseThrow(() -> Problem.notFound(Text.of("没有有效的同意", "There is no consent that holds")));
            if (day.isBefore(holding.givenOn())) {
                throw Problem.invalid("on", Text.of("不能早于 %s", "Must not be before %s", holding.givenOn()));
            }
            Consent withdrawn = store.withdraw(holding.id(), day, paper);
            record(tx, "withdrawn", person.unit(), withdrawn);
            return withdrawn;
        });
    }

    private void requireField(String field) {
        if (field == null || fields.find(field).isEmpty()) {
            throw Problem.invalid(
                    "field",
                    Text.of(
                            "只能是:%s",
                            "Must be one of: %s",
                            String.join(
                                    ", ",
                                    fields.all().stream().map(it -> it.code()).toList())));
        }
    }

    private LocalDate day(LocalDate given) {
        LocalDate today = LocalDate.now(clock);
        if (given != null && given.isAfter(today)) {
            throw Problem.invalid("on", Text.of("不能晚于今天", "Must not be after today"));
        }
        return given == null ? today : given;
    }

    private static void record(Tx tx, String verb, String unit, Consent consent) {
        String name = "privacy.consent." + verb;
        boolean holds = consent.withdrawnOn() == null;
        tx.audit(new AuditEntry(
                name,
                consent.subject(),
                unit,
                Map.of(),
                Map.of(
                        "field", consent.field(),
                        "on", (holds ? consent.givenOn() : consent.withdrawnOn()).toString(),
                        "document", holds ? consent.givenDocument() : consent.withdrawnDocument()),
                null));
        tx.publish(new EventDraft(
                name, 1, consent.subject(), unit, Map.of("subject", consent.subject(), "field", consent.field())));
    }
}
