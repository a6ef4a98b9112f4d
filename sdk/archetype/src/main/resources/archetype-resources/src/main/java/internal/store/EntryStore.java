package ${package}.internal.store;

import ${package}.Entry;
import ${package}.EntryFilter;
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

/** Entries in the database. What is locked stays so until the end of the transaction. */
public record EntryStore(EntityManager em) {

    private static final Map<String, String> COLUMNS = Map.of("code", "e.code", "day", "e.day");

    public Page<Entry> list(EntryFilter filter, UnitScope scope, PageQuery page) {
        Conditions where = where(filter, scope);
        String order = Conditions.order(page.sort(), COLUMNS, page.sort().isEmpty() ? "e.day desc, e.code" : "e.code");
        return Page.of(views(where, order, page.offset(), page.size()), page, () -> count(where));
    }

    public long count(EntryFilter filter, UnitScope scope) {
        return count(where(filter, scope));
    }

    /** All of that day and later. */
    public List<Entry> from(LocalDate day) {
        Conditions where = where(new EntryFilter(null, null, day, null), UnitScope.everywhere());
        return views(where, " order by e.code", 0, Integer.MAX_VALUE);
    }

    public Optional<Entry> find(String code) {
        return Optional.ofNullable(em.find(EntryEntity.class, code)).map(EntryEntity::view);
    }

    public Optional<Entry> lock(String code) {
        return Optional.ofNullable(em.find(EntryEntity.class, code, LockModeType.PESSIMISTIC_WRITE))
                .map(EntryEntity::view);
    }

    public void insert(Entry entry) {
        em.persist(new EntryEntity().become(entry));
    }

    public void update(Entry entry) {
        em.find(EntryEntity.class, entry.code(), LockModeType.PESSIMISTIC_WRITE).become(entry);
    }

    private List<Entry> views(Conditions where, String order, int offset, int size) {
        return where
                .on(em.createQuery("select e from EntryEntity e" + where + order, EntryEntity.class))
                .setFirstResult(offset)
                .setMaxResults(size)
                .getResultStream()
                .map(EntryEntity::view)
                .toList();
    }

    private long count(Conditions where) {
        return where.on(em.createQuery("select count(e) from EntryEntity e" + where, Long.class))
                .getSingleResult();
    }

    private static Conditions where(EntryFilter filter, UnitScope scope) {
        Conditions where = new Conditions().within("e.unit", scope).named("e.title", "e.code", filter.text());
        if (filter.from() != null) {
            where.with("from", filter.from()).and("e.day >= :from");
        }
        if (filter.to() != null) {
            where.with("to", filter.to()).and("e.day <= :to");
        }
        return where;
    }
}
