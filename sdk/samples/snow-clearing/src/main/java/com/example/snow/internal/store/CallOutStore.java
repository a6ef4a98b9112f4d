package com.example.snow.internal.store;

import com.example.snow.CallOut;
import com.example.snow.CallOutFilter;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.tx.Conditions;
import org.gridloom.platform.unit.UnitScope;

/** Call-outs in the database. What is locked stays so until the end of the transaction. */
public record CallOutStore(EntityManager em) {

    private static final Map<String, String> COLUMNS = Map.of("number", "c.number", "day", "c.day");

    public Page<CallOut> list(CallOutFilter filter, UnitScope scope, PageQuery page) {
        Conditions where = where(filter, scope);
        String order =
                Conditions.order(page.sort(), COLUMNS, page.sort().isEmpty() ? "c.day desc, c.number" : "c.number");
        return Page.of(views(where, order, page.offset(), page.size()), page, () -> count(where));
    }

    public long count(CallOutFilter filter, UnitScope scope) {
        return count(where(filter, scope));
    }

    /** Of those that are done together. */
    public BigDecimal hours(CallOutFilter filter, UnitScope scope) {
        Conditions where = where(filter, scope);
        BigDecimal sum = where.on(em.createQuery("select sum(c.hours) from CallOutEntity c" + where, BigDecimal.class))
                .getSingleResult();
        return Objects.requireNonNullElse(sum, BigDecimal.ZERO);
    }

    public List<CallOut> orderedFrom(LocalDate day) {
        CallOutFilter filter = new CallOutFilter(null, null, CallOut.ORDERED, day, null);
        return views(where(filter, UnitScope.everywhere()), " order by c.number", 0, Integer.MAX_VALUE);
    }

    /** How many are ordered, by the code under which they were written. */
    public Map<String, Long> orderedByUnit(UnitScope scope) {
        Conditions where = where(new CallOutFilter(null, null, CallOut.ORDERED, null, null), scope);
        return where.on(em.createQuery(
                        "select c.unit, count(c) from CallOutEntity c" + where + " group by c.unit", Object[].class))
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
    }

    public Optional<CallOut> find(String number) {
        return Optional.ofNullable(em.find(CallOutEntity.class, number)).map(CallOutEntity::view);
    }

    public Optional<CallOut> lock(String number) {
        return Optional.ofNullable(em.find(CallOutEntity.class, number, LockModeType.PESSIMISTIC_WRITE))
                .map(CallOutEntity::view);
    }

    public void insert(CallOut callOut) {
        em.persist(new CallOutEntity().become(callOut));
    }

    /** Of one that is locked. */
    public void update(CallOut callOut) {
        em.find(CallOutEntity.class, callOut.number()).become(callOut);
    }

    private List<CallOut> views(Conditions where, String order, int offset, int size) {
        return where.on(em.createQuery("select c from CallOutEntity c" + where + order, CallOutEntity.class))
                .setFirstResult(offset)
                .setMaxResults(size)
                .getResultStream()
                .map(CallOutEntity::view)
                .toList();
    }

    private long count(Conditions where) {
        return where.on(em.createQuery("select count(c) from CallOutEntity c" + where, Long.class))
                .getSingleResult();
    }

    private static Conditions where(CallOutFilter filter, UnitScope scope) {
        Conditions where = new Conditions()
                .within("c.unit", scope)
                .is("c.team", filter.team())
                .is("c.state", filter.state());
        if (filter.from() != null) {
            where.with("from", filter.from()).and("c.day >= :from");
        }
        if (filter.to() != null) {
            where.with("to", filter.to()).and("c.day <= :to");
        }
        return where;
    }
}
