package org.gridloom.training.internal;

import static org.gridloom.training.TrainingPermissions.CERTIFY;
import static org.gridloom.training.TrainingPermissions.READ;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import org.gridloom.training.Certificate;
import org.gridloom.training.CertificateFilter;
import org.gridloom.training.Certificates;
import org.gridloom.training.internal.store.AttendanceEntity;
import org.gridloom.training.internal.store.AttendanceStore;
import org.gridloom.training.internal.store.AttendanceStore.Place;
import org.gridloom.training.internal.store.CatalogueStore;
import org.gridloom.training.internal.store.CertificateEntity;
import org.gridloom.training.internal.store.CertificateStore;
import org.gridloom.training.internal.store.ProgrammeEntity;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Certificates of programmes. Whoever issues those of a programme locks it first. */
@Component(service = {Certificates.class, DefaultCertificates.class})
public final class DefaultCertificates implements Certificates {

    private final Desk desk;
    private final Attendees attendees;

    @Activate
    public DefaultCertificates(@Reference Desk desk, @Reference Attendees attendees) {
        this.desk = desk;
        this.attendees = attendees;
    }

    @Override
    public Page<Certificate> list(CertificateFilter filter, PageQuery page) {
        UnitScope scope = desk.scope(READ, filter.unit());
        return desk.transactions().read(tx -> {
            Page<CertificateEntity> part = new CertificateStore(tx.em()).list(filter, scope, page);
            Map<String, String> names = attendees.names(
                    part.items().stream().map(each -> each.person).collect(Collectors.toSet()));
            return part.map(each -> each.certificate(names.get(each.person)));
        });
    }

    @Override
    public Certificate get(long id) {
        desk.access().require(READ);
        return desk.transactions().read(tx -> {
            CertificateEntity found = new CertificateStore(tx.em()).find(id).orElseThrow(DefaultCertificates::missing);
            desk.access().require(READ, found.unit);
            return shown(found);
        });
    }

    private Certificate shown(CertificateEntity certificate) {
        return certificate.certificate(
                attendees.names(List.of(certificate.person)).get(certificate.person));
    }

    @Override
    public List<Certificate> issue(String code) {
        UnitScope scope = desk.scope(CERTIFY, null);
        desk.access().require(CERTIFY);
        return desk.transactions().call(tx -> {
            ProgrammeEntity programme = new CatalogueStore<>(tx.em(), ProgrammeEntity.class)
                    .lock(code)
                    .orElseThrow(() -> Problem.notFound(Text.of("没有这个培训项目", "There is no such programme")));
            desk.access().require(CERTIFY, programme.unit);
            CertificateStore store = new CertificateStore(tx.em());
            Set<String> holders = store.good(code, desk.today()).stream()
                    .map(certificate -> certificate.person)
                    .collect(Collectors.toSet());
            Map<String, List<AttendanceEntity>> done = new TreeMap<>(new AttendanceStore(tx.em())
                    .ofProgramme(code, programme.passScore).stream()
                            .map(Place::place)
                            .collect(Collectors.groupingBy(place -> place.person)));
            List<CertificateEntity> issued = new ArrayList<>();
            done.forEach((person, places) -> {
                if (places.size() >= programme.requiredSessions
                        && !holders.contains(person)
                        && scope.contains(places.get(0).unit)) {
                    issued.add(issue(tx, programme, person, places.get(0).unit));
                }
            });
            Map<String, String> names =
                    attendees.names(issued.stream().map(each -> each.person).toList());
            return issued.stream()
                    .map(each -> each.certificate(names.get(each.person)))
                    .toList();
        });
    }

    /** One of before. */
    void bringIn(Tx tx, CertificateDraft draft, String unit) {
        CertificateEntity made = made(draft.programme(), draft.person(), unit, draft.issuedOn(), draft.until());
        made.number = draft.number();
        tx.em().persist(made);
        issued(tx, made);
    }

    private static CertificateEntity made(String programme, String person, String unit, LocalDate on, LocalDate until) {
        CertificateEntity certificate = new CertificateEntity();
        certificate.programme = programme;
        certificate.person = person;
        certificate.unit = unit;
        certificate.issuedOn = on;
        certificate.validTo = until;
        certificate.version = 1;
        return certificate;
    }

    private static void issued(Tx tx, CertificateEntity certificate) {
        tx.audit(AuditEntry.created(
                "training.certificate.issued", subject(certificate), certificate.unit, fields(certificate)));
        publish(tx, "training.certificate.issued", certificate);
    }

    private CertificateEntity issue(Tx tx, ProgrammeEntity programme, String person, String unit) {
        LocalDate today = desk.today();
        CertificateEntity certificate = made(
                programme.code,
                person,
                unit,
                today,
                programme.certificateMonths == null
                        ? CertificateEntity.EVER
                        : today.plusMonths(programme.certificateMonths));
        certificate.number = "";
        tx.em().persist(certificate);
        certificate.number = String.format(Locale.ROOT, "ZS%d%06d", today.getYear(), certificate.id);
        issued(tx, certificate);
        return certificate;
    }

    @Override
    public Certificate revoke(long id, String reason, long expectedVersion) {
        if (reason == null || reason.isBlank() || reason.length() > 200) {
            throw Problem.invalid("reason", Text.of("请填写 200 字以内的理由", "Give a reason of at most 200 characters"));
        }
        desk.access().require(CERTIFY);
        return desk.transactions().call(tx -> {
            CertificateEntity certificate =
                    new CertificateStore(tx.em()).lock(id).orElseThrow(DefaultCertificates::missing);
            desk.access().require(CERTIFY, certificate.unit);
            Desk.requireVersion(certificate.version, expectedVersion);
            if (certificate.revokedOn != null) {
                throw Problem.conflict(Text.of("证书已撤销", "The certificate was revoked already"));
            }
            certificate.revoke(desk.today(), reason);
            tx.audit(AuditEntry.changed(
                    "training.certificate.revoked",
                    subject(certificate),
                    certificate.unit,
                    Map.of(),
                    Map.of("revokedOn", certificate.revokedOn.toString()),
                    reason));
            publish(tx, "training.certificate.revoked", certificate);
            return shown(certificate);
        });
    }

    private static Map<String, Object> fields(CertificateEntity certificate) {
        return Map.of("number", certificate.number, "programme", certificate.programme, "person", certificate.person);
    }

    private static void publish(Tx tx, String name, CertificateEntity certificate) {
        tx.publish(new EventDraft(name, 1, subject(certificate), certificate.unit, fields(certificate)));
    }

    private static String subject(CertificateEntity certificate) {
        return "training-certificate/" + certificate.id;
    }

    private static Problem missing() {
        return Problem.notFound(Text.of("没有这个证书", "There is no such certificate"));
    }
}
