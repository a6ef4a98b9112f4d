package org.gridloom.platform.privacy.internal;

import static org.gridloom.platform.privacy.internal.Permissions.SUBJECT_ERASE;
import static org.gridloom.platform.privacy.internal.Permissions.SUBJECT_EXPORT;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridloom.platform.persistence.Indispensable;
import org.gridloom.platform.privacy.HeldDatum;
import org.gridloom.platform.privacy.PersonalField;
import org.gridloom.platform.privacy.PersonalSubject;
import org.gridloom.platform.privacy.ProtectedValue;
import org.gridloom.platform.privacy.internal.crypto.Sealed.Broken;
import org.gridloom.platform.privacy.internal.store.ConsentStore;
import org.gridloom.platform.privacy.internal.store.KeyStore;
import org.gridloom.platform.privacy.internal.store.SubjectKey;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.KeptAnswers;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.EventDraft;
import org.gridloom.platform.tx.Transactions;
import org.gridloom.platform.tx.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a person may ask for: all that is held on them, who looked at it, and that it be erased. */
@Component(service = SubjectRights.class)
public final class SubjectRights {

    private static final String ERASED = "privacy.subject.erased";

    private final Transactions transactions;
    private final Clock clock;
    private final Subjects subjects;
    private final FieldRegister fields;
    private final KeyRing ring;
    private final KeptAnswers kept;

    @Activate
    public SubjectRights(
            @Reference(target = "(osgi.unit.name=org.gridloom.platform.privacy)") Transactions transactions,
            @Reference Clock clock,
            @Reference Subjects subjects,
            @Reference FieldRegister fields,
            @Reference KeyRing ring,
            @Reference KeptAnswers kept) {
        this.transactions = transactions;
        this.clock = clock;
        this.subjects = subjects;
        this.fields = fields;
        this.ring = ring;
        this.kept = kept;
    }

    /** Who looked at a person's data, the newest first. */
    public Page<Look> looks(String subject, PageQuery page) {
        subjects.require(SUBJECT_EXPORT, subject);
        return transactions.read(tx -> Looks.page(tx, subject, page));
    }

    /** Everything, in clear; that it was asked for is audited. */
    public SubjectExport export(String subject, String reason) {
        PersonalSubject person = subjects.require(SUBJECT_EXPORT, subject);
        kept.refuse();
        String why = Reasons.required(reason);
        return Indispensable.call(() -> exported(subject, person, why));
    }

    private SubjectExport exported(String subject, PersonalSubject person, String why) {
        return transactions.call(tx -> {
            Opened opened = new Opened(tx, ring::keys, Set.of(subject));
            List<SubjectExport.Entry> held = subjects.names(subject).stream()
                    .flatMap(name -> subjects.records().stream().flatMap(records -> records.held(name).stream()))
                    .map(datum -> entry(opened, subject, datum))
                    .toList();
            Instant erasedAt = Optional.ofNullable(
                            new KeyStore(tx.em()).find(Set.of(subject)).get(subject))
                    .map(SubjectKey::erasedAt)
                    .orElse(null);
            List<Look> looks = Looks.all(tx, subject);
            tx.audit(new AuditEntry(
                    Looks.EXPORTED, subject, person.unit(), Map.of(), Map.of("entries", held.size()), why));
            return new SubjectExport(
                    subject, person.unit(), erasedAt, held, new ConsentStore(tx.em()).of(subject), looks);
        });
    }

    private SubjectExport.Entry entry(Opened opened, String subject, HeldDatum datum) {
        Optional<PersonalField> field = Optional.ofNullable(datum.field()).flatMap(fields::find);
        return new SubjectExport.Entry(
                datum.record(),
                datum.name(),
                datum.field(),
                field.map(PersonalField::purpose).orElse(null),
                field.map(it -> it.basis().label()).orElse(null),
                value(opened, subject, datum));
    }

    private String value(Opened opened, String subject, HeldDatum datum) {
        boolean inClear = datum.field() == null
                || fields.find(datum.field())
                        .filter(field -> field.keeping() == PersonalField.Keeping.CLEAR)
                        .isPresent();
        if (inClear || datum.value() == null) {
            return datum.value();
        }
        if (opened.isErased(subject)) {
            return null;
        }
        try {
            return opened.clear(new ProtectedValue(subject, datum.field(), datum.value()));
        } catch (Broken e) {
            throw DefaultVault.damaged(subject);
        }
    }

    /**
     * Destroys the person's key and what modules keep of them in clear. Their numbers stay, so that history and audit
     * trail are whole.
     *
     * @param document number of a document, or null
     */
    public void erase(String subject, String reason, String document) {
        PersonalSubject person = subjects.require(SUBJECT_ERASE, subject);
        String why = Reasons.required(reason);
        String basis = Reasons.document(document);
        transactions.run(tx -> {
            // Record, then key, as whoever changes the record takes them.
            for (String name : subjects.names(subject)) {
                subjects.records().forEach(records -> records.erase(name));
            }
            KeyStore store = new KeyStore(tx.em());
            if (store.lock(subject).filter(SubjectKey::isErased).isPresent()) {
                throw Problem.conflict(Text.of("此人的个人信息已删除", "This person's data were erased already"));
            }
            store.erase(subject, why, basis, clock.instant());
            record(tx, subject, person.unit(), why, basis);
        });
    }

    private static void record(Tx tx, String subject, String unit, String reason, String document) {
        Map<String, Object> after = document == null ? Map.of() : Map.of("document", document);
        tx.audit(new AuditEntry(ERASED, subject, unit, Map.of(), after, reason));
        tx.publish(new EventDraft(ERASED, 1, subject, unit, Map.of("subject", subject)));
    }
}
