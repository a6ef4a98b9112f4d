package org.gridloom.training.internal.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.tx.Conditions;
import org.gridloom.platform.unit.UnitScope;
import org.gridloom.training.CertificateFilter;

/** Certificates in the database. What is locked stays so until the end of the transaction. */
public record CertificateStore(EntityManager em) {

    private static final Map<String, String> COLUMNS =
            Map.of("number", "c.number", "issuedOn", "c.issuedOn", "validTo", "c.validTo");

    public Page<CertificateEntity> list(CertificateFilter filter, UnitScope scope, PageQuery page) {
        Conditions where = where(filter, scope);
        String order =
                Conditions.order(page.sort(), COLUMNS, page.sort().isEmpty() ? "c.issuedOn desc, c.id desc" : "c.id");
        return Page.of(
                where.on(em.createQuery("select c from CertificateEntity c" + where + order, CertificateEntity.class))
                        .setFirstResult(page.offset())
                        .setMaxResults(page.size())
                        .getResultList(),
                page,
                () -> count(where));
    }

    public long count(CertificateFilter filter, UnitScope scope) {
        return count(where(filter, scope));
    }

    private long count(Conditions where) {
        return where.on(em.createQuery("select count(c) from CertificateEntity c" + where, Long.class))
                .getSingleResult();
    }

    private static Conditions where(CertificateFilter filter, UnitScope scope) {
        Conditions where = new Conditions()
                .within("c.unit", scope)
                .is("c.programme", filter.programme())
                .is("c.person", filter.person());
        if (filter.validOn() != null) {
            where.with("on", filter.validOn())
                    .and("c.issuedOn <= :on and c.validTo > :on and (c.revokedOn is null or c.revokedOn > :on)");
        }
        if (filter.before() != null) {
            where.with("before", filter.before()).and("c.validTo < :before");
        }
        return where;
    }

    public Optional<CertificateEntity> find(long id) {
        return Optional.ofNullable(em.find(CertificateEntity.class, id));
    }

    public Optional<CertificateEntity> lock(long id) {
        em.flush();
        return Optional.ofNullable(em.find(CertificateEntity.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    public Optional<CertificateEntity> numbered(String number) {
        return em.createQuery("select c from CertificateEntity c where c.number = :number", CertificateEntity.class)
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }

    /** Those of a programme that are good on the day, by person. */
    public List<CertificateEntity> good(String programme, LocalDate on) {
        Conditions where = where(new CertificateFilter(null, programme, null, on, null), null);
        return where.on(em.createQuery(
                        "select c from CertificateEntity c" + where + " order by c.id", CertificateEntity.class))
                .getResultList();
    }
}
