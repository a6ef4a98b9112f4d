package org.gridloom.training.internal;

import static org.gridloom.training.TrainingPermissions.CERTIFY;
import static org.gridloom.training.TrainingPermissions.READ;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.EventDraft;
import org.gridloom.platform.tx.Tx;
import org.gridloom.platform.unit.UnitScope;
import org.gridloom.training.Attendance;
import org.gridloom.training.Certificate;
import org.gridloom.training.CertificateFilter;
import org.gridloom.training.Certificates;
import org.gridloom.training.Programme;
import org.gridloom.training.internal.domain.Fields;
import org.gridloom.training.internal.store.AttendanceStore;
import org.gridloom.training.internal.store.CatalogueStore;
import org.gridloom.training.internal.store.CertificateStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Certificates of programmes. Whoever issues those of a programme locks it first. */
@Component(service = {Certificates.class, DefaultCertificates.class})
public final class DefaultCertificates implements Certificates {

    private final Desk desk;
    private final Attendees attendees;
    private final CertificateReminders reminders;

    @Activate
    public DefaultCertificates(
            @Reference Desk desk, @Reference Attendees attendees, @Reference CertificateReminders reminders) {
        this.desk = desk;
        this.attendees = attendees;
        this.reminders = reminders;
    }

    @Override
    public Page<Certificate> list(CertificateFilter filter, PageQuery page) {
        UnitScope scope = desk.scope(READ, filter.unit());
        return desk.transactions().read(tx -> {
            Page<Certificate> part = new CertificateStore(tx.em()).list(filter, scope, page);
            return Page.of(shown(part.items()), page, part.total());
        });
    }

    @Override
    public Certificate get(long id) {
        desk.access().require(READ);
        return desk.transactions().read(tx -> {
            Certificate found = new CertificateStore(tx.em()).find(id).orElseThrow(DefaultCertificates::missing);
            desk.access().require(READ, found.unit());
            return shown(List.of(found)).get(0);
        });
    }

    private List<Certificate> shown(List<Certificate> certificates) {
        return attendees.named(certificates, Certificate::person, Certificate::named);
    }

    @Override
    public List<Certificate> issue(String code) {
        UnitScope scope = desk.scope(CERTIFY, null);
        desk.access().require(CERTIFY);
        return desk.transactions().call(tx -> {
            Programme programme = CatalogueStore.programmes(tx.em())
                    .lock(code)
                    .orElseThrow(() -> Problem.notFound(Text.of("没有这个培训项目", "There is no such programme")));
            desk.access().require(CERTIFY, programme.unit());
            Set<String> holders = new CertificateStore(tx.em()).holders(code, desk.today());
            Map<String, List<Attendance>> done = new TreeMap<>(new AttendanceStore(tx.em())
                    .ofProgramme(code, SessionStates.HELD, programme.passScore()).stream()
                            .collect(Collectors.groupingBy(Attendance::person)));
            List<Certificate> issued = new ArrayList<>();
            done.forEach((person, places) -> {
                String unit = places.get(0).unit();
                if (places.size() >= programme.requiredSessions()
                        && !holders.contains(person)
                        && scope.contains(unit)) {
                    issued.add(issue(tx, due(programme, person, unit)));
                }
            });
            return shown(issued);
        });
    }

    private Certificate due(Programme programme, String person, String unit) {
        LocalDate today = desk.today();
        Integer months = programme.certificateMonths();
        return Certificate.of(
                null, programme.code(), person, unit, today, months == null ? null : today.plusMonths(months));
    }

    /** @param certificate whose holder has no other; without a number to have one made */
    Certificate issue(Tx tx, Certificate certificate) {
        Certificate made = new CertificateStore(tx.em()).insert(certificate);
        tx.audit(AuditEntry.created("training.certificate.issued", subject(made), made.unit(), fields(made)));
        publish(tx, "training.certificate.issued", made);
        return made;
    }

    @Override
    public Certificate revoke(long id, String reason, long expectedVersion) {
        if (reason == null || reason.isBlank() || reason.length() > 200) {
            throw Problem.invalid("reason", Text.of("请填写 200 字以内的理由", "Give a reason of at most 200 characters"));
        }
        desk.access().require(CERTIFY);
        return desk.transactions().call(tx -> {
            CertificateStore store = new CertificateStore(tx.em());
            Certificate before = store.lock(id).orElseThrow(DefaultCertificates::missing);
            desk.access().require(CERTIFY, before.unit());
            Desk.requireVersion(before.version(), expectedVersion);
            if (before.revokedOn() != null) {
                throw Problem.conflict(Text.of("证书已撤销", "The certificate was revoked already"));
            }
            Certificate after = store.revoke(id, desk.today(), reason);
            tx.audit(AuditEntry.changed(
                    "training.certificate.revoked",
                    subject(after),
                    after.unit(),
                    Map.of(),
                    Fields.of("revokedOn", after.revokedOn()),
                    reason));
            publish(tx, "training.certificate.revoked", after);
            reminders.end(tx, after);
            return shown(List.of(after)).get(0);
        });
    }

    private static Map<String, Object> fields(Certificate it) {
        return Map.of("number", it.number(), "programme", it.programme(), "person", it.person());
    }

    private static void publish(Tx tx, String name, Certificate it) {
        tx.publish(new EventDraft(name, 1, subject(it), it.unit(), fields(it)));
    }

    /** As the subject of audit entries and events. */
    static String subject(Certificate it) {
        return "training-certificate/" + it.id();
    }

    private static Problem missing() {
        return Problem.notFound(Text.of("没有这个证书", "There is no such certificate"));
    }
}
