package org.gridloom.training.internal.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Map;
import java.util.Optional;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.tx.Conditions;
import org.gridloom.platform.unit.UnitScope;

/** Programmes, studios or trainers in the database. */
public record CatalogueStore<E extends CatalogueEntity>(EntityManager em, Class<E> type) {

    private static final Map<String, String> COLUMNS = Map.of("code", "e.code", "name", "e.name");

    public Page<E> list(UnitScope scope, String text, PageQuery page) {
        Conditions where = new Conditions().within("e.unit", scope).named("e.name", "e.code", text);
        String from = " from " + type.getSimpleName() + " e" + where;
        return Page.of(
                where.on(em.createQuery("select e" + from + Conditions.order(page.sort(), COLUMNS, "e.code"), type))
                        .setFirstResult(page.offset())
                        .setMaxResults(page.size())
                        .getResultList(),
                page,
                () -> where.on(em.createQuery("select count(e)" + from, Long.class))
                        .getSingleResult());
    }

    public Optional<E> find(String code) {
        return Optional.ofNullable(em.find(type, code));
    }

    /** Locked until the end of the transaction, also what this transaction made itself. */
    public Optional<E> lock(String code) {
        em.flush();
        return Optional.ofNullable(em.find(type, code, LockModeType.PESSIMISTIC_WRITE));
    }
}
