package org.gridloom.training.internal;

import static org.gridloom.training.TrainingPermissions.CERTIFY;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Tx;
import org.gridloom.training.Certificate;
import org.gridloom.training.internal.DefaultCatalogue.Outcome;
import org.gridloom.training.internal.domain.Origin;
import org.gridloom.training.internal.store.CatalogueStore;
import org.gridloom.training.internal.store.CertificateStore;

/** One import of certificates of before: asks for all people and holders at once. */
final class CertificateImport {

    private final Desk desk;
    private final DefaultCertificates certificates;
    private final Attendees attendees;
    private final Map<LocalDate, Map<String, Origin>> origins = new HashMap<>();
    private final Map<String, Set<String>> holders = new HashMap<>();
    private Map<String, Certificate> known;

    CertificateImport(Desk desk, DefaultCertificates certificates, Attendees attendees) {
        this.desk = desk;
        this.certificates = certificates;
        this.attendees = attendees;
    }

    /** What is wrong with a draft besides its form. */
    void check(Tx tx, CertificateDraft draft, Collection<CertificateDraft> list) {
        if (CatalogueStore.programmes(tx.em()).find(draft.programme()).isEmpty()) {
            throw Problem.invalid("programme", Text.of("没有这个培训项目", "There is no such programme"));
        }
        if (draft.issuedOn().isAfter(desk.today())) {
            throw Problem.invalid("issuedOn", Text.of("不能晚于今天", "Must not be in the future"));
        }
        if (!draft.lastsBeyond(draft.issuedOn())) {
            throw Problem.invalid("validTo", Text.of("应晚于颁发日期", "Must be after the day on which it was issued"));
        }
        Origin origin = originsOn(draft.issuedOn(), list).get(draft.person());
        if (origin == null) {
            throw Problem.invalid("person", Text.of("没有这个编号的人员", "Nobody has this code"));
        }
        desk.access().require(CERTIFY, origin.unit());
        Certificate same = known(tx, list).get(draft.number());
        if (same != null && !draft.isSaidBy(same)) {
            throw Problem.invalid("number", Text.of("编号已用于另一证书", "The number is another certificate's"));
        }
        if (same == null
                && draft.lastsBeyond(desk.today())
                && !holders(tx, draft.programme()).add(draft.person())) {
            throw Problem.invalid(
                    "person", Text.of("此人已有该项目的有效证书", "The person has a good certificate of the programme"));
        }
    }

    private Map<String, Origin> originsOn(LocalDate day, Collection<CertificateDraft> list) {
        return origins.computeIfAbsent(
                day,
                on -> attendees.origins(
                        list.stream()
                                .filter(draft -> draft.issuedOn().equals(on))
                                .map(CertificateDraft::person)
                                .collect(Collectors.toSet()),
                        on));
    }

    private Map<String, Certificate> known(Tx tx, Collection<CertificateDraft> list) {
        if (known == null) {
            known = new CertificateStore(tx.em())
                    .numbered(list.stream().map(CertificateDraft::number).toList());
        }
        return known;
    }

    private Set<String> holders(Tx tx, String programme) {
        return holders.computeIfAbsent(programme, code -> new CertificateStore(tx.em()).holders(code, desk.today()));
    }

    /** @param draft checked */
    Outcome put(Tx tx, CertificateDraft draft, boolean write) {
        if (known.containsKey(draft.number())) {
            return Outcome.UNCHANGED;
        }
        if (write) {
            String unit = origins.get(draft.issuedOn()).get(draft.person()).unit();
            certificates.issue(
                    tx,
                    Certificate.of(
                            draft.number(),
                            draft.programme(),
                            draft.person(),
                            unit,
                            draft.issuedOn(),
                            draft.validTo()));
        }
        return Outcome.CREATED;
    }
}
