package org.gridloom.training.internal.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.tx.Conditions;
import org.gridloom.platform.tx.Listing;
import org.gridloom.platform.tx.Parts;
import org.gridloom.platform.unit.UnitScope;
import org.gridloom.training.Certificate;
import org.gridloom.training.CertificateFilter;

/** Certificates in the database, without names. What is locked stays so until the end of the transaction. */
public record CertificateStore(EntityManager em) {

    private static final Listing<CertificateEntity> LIST = Listing.of(
            CertificateEntity.class,
            Map.of("number", "e.number", "issuedOn", "e.issuedOn", "validTo", "e.validTo"),
            "e.issuedOn desc, e.id desc",
            "e.id");

    public Page<Certificate> list(CertificateFilter filter, UnitScope scope, PageQuery page) {
        return LIST.page(em, where(filter, scope), page).map(CertificateEntity::certificate);
    }

    public long count(CertificateFilter filter, UnitScope scope) {
        return LIST.count(em, where(filter, scope));
    }

    private static Conditions where(CertificateFilter filter, UnitScope scope) {
        Conditions where = new Conditions()
                .within("e.unit", scope)
                .is("e.programme", filter.programme())
                .is("e.person", filter.person());
        if (filter.validOn() != null) {
            where.with("on", filter.validOn())
                    .and("e.issuedOn <= :on and e.validTo > :on and (e.revokedOn is null or e.revokedOn > :on)");
        }
        if (filter.before() != null) {
            where.with("before", filter.before()).and("e.validTo < :before");
        }
        return where;
    }

    public Optional<Certificate> find(long id) {
        return Optional.ofNullable(em.find(CertificateEntity.class, id)).map(CertificateEntity::certificate);
    }

    public Optional<Certificate> lock(long id) {
        em.flush();
        return Optional.ofNullable(em.find(CertificateEntity.class, id, LockModeType.PESSIMISTIC_WRITE))
                .map(CertificateEntity::certificate);
    }

    /** Those that bear the numbers, by number. */
    public Map<String, Certificate> numbered(Collection<String> numbers) {
        Map<String, Certificate> found = new HashMap<>();
        for (List<String> some : Parts.of(numbers)) {
            LIST.all(em, new Conditions().isOneOf("e.number", some))
                    .forEach(entity -> found.put(entity.number, entity.certificate()));
        }
        return found;
    }

    /** Who has one of the programme that is good on the day. */
    public Set<String> holders(String programme, LocalDate on) {
        Conditions where = where(new CertificateFilter(null, programme, null, on, null), null);
        return new HashSet<>(where.on(em.createQuery("select e.person from CertificateEntity e" + where, String.class))
                .getResultList());
    }

    /** Good ones of which nobody was told yet, that end by a day, behind an id: locked, in the order of their ids. */
    public List<Certificate> lockEnding(LocalDate today, LocalDate until, long after, int most) {
        Conditions where = where(new CertificateFilter(null, null, null, today, null), null)
                .and("e.remindedOn is null")
                .between("e.validTo", null, until)
                .with("after", after)
                .and("e.id > :after");
        List<Long> ids = where.on(
                        em.createQuery("select e.id from CertificateEntity e" + where + " order by e.id", Long.class))
                .setMaxResults(most)
                .getResultList();
        return ids.stream()
                .flatMap(id -> lock(id).stream())
                .filter(certificate -> certificate.revokedOn() == null)
                .toList();
    }

    /** @param certificate without a number to have one made */
    public Certificate insert(Certificate certificate) {
        CertificateEntity entity = CertificateEntity.of(certificate);
        em.persist(entity);
        if (entity.number == null) {
            entity.number = String.format(Locale.ROOT, "ZS%d%06d", entity.issuedOn.getYear(), entity.id);
        }
        return entity.certificate();
    }

    public Certificate revoke(long id, LocalDate on, String reason) {
        CertificateEntity entity = em.find(CertificateEntity.class, id);
        entity.revoke(on, reason);
        return entity.certificate();
    }

    /** Its holder was told that it ends. */
    public void remind(long id, LocalDate on) {
        em.find(CertificateEntity.class, id).remind(on);
    }
}
