package org.gridloom.platform.tx;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;

/**
 * A list that is read part by part, in an order that is stable, and counted where a part does not tell how many there are.
 * Stores keep one as a constant for each of their lists.
 *
 * @param type what a row is: an entity, or {@code Object[]} where more than one thing is selected
 * @param selected as in {@code a, s}; the first is counted
 * @param from as in {@code AttendanceEntity a, SessionEntity s}
 * @param columns what it can be sorted by: paths by field
 * @param usual the order where none is asked for, itself stable
 * @param last what makes any other order stable
 */
public record Listing<T>(
        Class<T> type, String selected, String from, Map<String, String> columns, String usual, String last) {

    public Listing {
        columns = Map.copyOf(columns);
    }

    /** A list of one kind of entity, called {@code e} in paths. */
    public static <T> Listing<T> of(Class<T> entity, Map<String, String> columns, String usual, String last) {
        return new Listing<>(entity, "e", entity.getSimpleName() + " e", columns, usual, last);
    }

    public Page<T> page(EntityManager em, Conditions where, PageQuery page) {
        String order = Conditions.order(page.sort(), columns, page.sort().isEmpty() ? usual : last);
        List<T> part = where.on(em.createQuery("select " + selected + " from " + from + where + order, type))
                .setFirstResult(page.offset())
                .setMaxResults(page.size())
                .getResultList();
        return Page.of(part, page, () -> count(em, where));
    }

    /** All that the conditions leave, in the usual order: for lists that are known to be short. */
    public List<T> all(EntityManager em, Conditions where) {
        return where.on(em.createQuery("select " + selected + " from " + from + where + " order by " + usual, type))
                .getResultList();
    }

    public long count(EntityManager em, Conditions where) {
        String counted = selected.split(",")[0];
        return where.on(em.createQuery("select count(" + counted + ") from " + from + where, Long.class))
                .getSingleResult();
    }
}
