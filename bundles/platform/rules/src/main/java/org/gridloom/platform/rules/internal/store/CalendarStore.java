package org.gridloom.platform.rules.internal.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gridloom.platform.rules.internal.domain.CalendarYear;
import org.gridloom.platform.rules.internal.domain.SpecialDay;

/** Years that the district set. */
public final class CalendarStore {

    private final EntityManager em;

    public CalendarStore(EntityManager em) {
        this.em = em;
    }

    /** A revision for each year. */
    public Map<Integer, String> revisions() {
        return em.createQuery("select y.year, y.revision from CalendarYearEntity y", Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (Integer) row[0], row -> (String) row[1]));
    }

    public List<CalendarYear> years() {
        return em.createQuery("select y from CalendarYearEntity y", CalendarYearEntity.class)
                .getResultStream()
                .map(CalendarYearEntity::view)
                .toList();
    }

    /** Locks the year until the end of the transaction. */
    public Optional<CalendarYear> lock(int year) {
        return Optional.ofNullable(em.find(CalendarYearEntity.class, year, LockModeType.PESSIMISTIC_WRITE))
                .map(CalendarYearEntity::view);
    }

    public CalendarYear put(int year, String basis, List<SpecialDay> days) {
        CalendarYearEntity entity = em.find(CalendarYearEntity.class, year);
        if (entity == null) {
            entity = new CalendarYearEntity();
            entity.year = year;
            entity.set(basis, days);
            em.persist(entity);
        } else {
            entity.set(basis, days);
        }
        em.flush();
        return entity.view();
    }
}
