package org.gridloom.organization.internal.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gridloom.platform.unit.UnitScope;

/** Units in the database, by stored code. */
public final class UnitStore {

    private static final String WITH_DETAILS =
            " from UnitEntity u, UnitDetailEntity d where d.unitCode = u.code and d.validFrom <= :date"
                    + " and (d.validTo is null or d.validTo > :date) and ";
    private static final Map<String, String> COLUMNS =
            Map.of("code", "u.code", "name", "d.name", "validFrom", "u.validFrom");
    private static final int CODES_A_QUERY = 500;

    private final EntityManager em;

    public UnitStore(EntityManager em) {
        this.em = em;
    }

    /** The unit valid on the date among those stored under the codes. */
    public Optional<UnitRow> valid(Set<String> codes, LocalDate date) {
        return all(UnitQuery.validOn(date).coded(codes)).stream().findFirst();
    }

    /** Units valid on the date among those stored under the codes, however many they are. */
    public List<UnitRow> allValid(Collection<String> codes, LocalDate date) {
        return byCode(
                codes,
                em.createQuery(
                                "select u from UnitEntity u where u.code in :codes and u.validFrom <= :date"
                                        + " and (u.validTo is null or u.validTo > :date)",
                                UnitEntity.class)
                        .setParameter("date", date),
                em.createQuery(
                                "select d from UnitDetailEntity d where d.unitCode in :codes and d.validFrom <= :date"
                                        + " and (d.validTo is null or d.validTo > :date)",
                                UnitDetailEntity.class)
                        .setParameter("date", date));
    }

    /** Units stored under the codes, whenever they were valid, with their latest details. */
    public List<UnitRow> stored(Collection<String> codes) {
        return byCode(
                codes,
                em.createQuery("select u from UnitEntity u where u.code in :codes", UnitEntity.class),
                em.createQuery(
                        "select d from UnitDetailEntity d where d.unitCode in :codes and d.validTo is null",
                        UnitDetailEntity.class));
    }

    /**
     * Puts units and details together here: given long lists of codes, H2 and, before it has statistics, PostgreSQL join
     * each with each.
     */
    private static List<UnitRow> byCode(
            Collection<String> codes, TypedQuery<UnitEntity> units, TypedQuery<UnitDetailEntity> details) {
        List<UnitRow> rows = new ArrayList<>();
        List<String> list = codes.stream().sorted().toList();
        for (int from = 0; from < list.size(); from += CODES_A_QUERY) {
            List<String> some = list.subList(from, Math.min(list.size(), from + CODES_A_QUERY));
            Map<String, UnitDetailEntity> byCode = new HashMap<>();
            details.setParameter("codes", some)
                    .getResultList()
                    .forEach(detail -> byCode.put(detail.unitCode(), detail));
            units.setParameter("codes", some).getResultList().stream()
                    .filter(unit -> byCode.containsKey(unit.code()))
                    .map(unit -> row(unit, byCode.get(unit.code())))
                    .sorted(Comparator.comparing(UnitRow::code))
                    .forEach(rows::add);
        }
        return rows;
    }

    public List<UnitRow> all(UnitQuery query) {
        return rows(bound(
                em.createQuery("select u, d" + WITH_DETAILS + query.conditions() + " order by u.code", Object[].class),
                query));
    }

    /** A part of the list. */
    public List<UnitRow> page(UnitQuery query, List<String> sort, int offset, int size) {
        StringBuilder order = new StringBuilder();
        for (String field : sort) {
            boolean descending = field.startsWith("-");
            order.append(COLUMNS.get(descending ? field.substring(1) : field)).append(descending ? " desc, " : ", ");
        }
        TypedQuery<Object[]> page = em.createQuery(
                "select u, d" + WITH_DETAILS + query.conditions() + " order by " + order + "u.code", Object[].class);
        return rows(bound(page, query).setFirstResult(offset).setMaxResults(size));
    }

    public long count(UnitQuery query) {
        String from = query.isNamed() ? WITH_DETAILS : " from UnitEntity u where ";
        return bound(em.createQuery("select count(u)" + from + query.conditions(), Long.class), query)
                .getSingleResult();
    }

    /** How many there are of each first part of their stored codes. */
    public Map<String, Long> countByPrefix(UnitQuery query, int length) {
        Map<String, Long> counts = new HashMap<>();
        String from = " from UnitEntity u where " + query.conditions();
        bound(new Prefix("u.code", length).count(em, "u", from), query)
                .getResultList()
                .forEach(row -> counts.put((String) row[0], (Long) row[1]));
        return counts;
    }

    /** How many there are of each level and kind, by the first part of their stored codes. */
    public Map<String, List<LevelCount>> countByKind(UnitQuery query, int length) {
        Map<String, List<LevelCount>> counts = new HashMap<>();
        String from = " from UnitEntity u where " + query.conditions();
        bound(new Prefix("u.code", length).count(em, "u", from, "u.level", "u.kind"), query)
                .getResultList()
                .forEach(row -> counts.computeIfAbsent((String) row[0], prefix -> new ArrayList<>())
                        .add(new LevelCount((String) row[1], (String) row[2], (Long) row[3])));
        return counts;
    }

    /** How many there are of each level and kind. */
    public List<LevelCount> countByKind(UnitQuery query) {
        return bound(
                        em.createQuery(
                                "select u.level, u.kind, count(u) from UnitEntity u where " + query.conditions()
                                        + " group by u.level, u.kind",
                                Object[].class),
                        query)
                .getResultList()
                .stream()
                .map(row -> new LevelCount((String) row[0], (String) row[1], (Long) row[2]))
                .toList();
    }

    /** A number of units of a level and kind; kind is null at levels without. */
    public record LevelCount(String level, String kind, long count) {}

    /** Stored codes only, whatever their validity. */
    public Set<String> codes(UnitScope scope, String level) {
        UnitQuery query = new UnitQuery().in(scope).level(level);
        return new TreeSet<>(bound(
                        em.createQuery("select u.code from UnitEntity u where " + query.conditions(), String.class),
                        query)
                .getResultList());
    }

    /** Units of one level, whatever their validity, with their latest details. */
    public List<UnitRow> ever(UnitScope scope, String level) {
        UnitQuery query = new UnitQuery().in(scope).level(level);
        return rows(bound(
                em.createQuery(
                        "select u, d from UnitEntity u, UnitDetailEntity d where d.unitCode = u.code"
                                + " and d.validTo is null and " + query.conditions() + " order by u.code",
                        Object[].class),
                query));
    }

    /** Units that are not ended before the date, besides the one given. */
    public long countOpen(UnitScope scope, String except, LocalDate date) {
        UnitQuery query = new UnitQuery().in(scope);
        return bound(
                        em.createQuery(
                                "select count(u) from UnitEntity u where u.code <> :except"
                                        + " and (u.validTo is null or u.validTo > :date) and " + query.conditions(),
                                Long.class),
                        query)
                .setParameter("except", except)
                .setParameter("date", date)
                .getSingleResult();
    }

    /** The latest first day, end or change of record in the scope. */
    public Optional<LocalDate> lastDate(UnitScope scope) {
        UnitQuery query = new UnitQuery().in(scope);
        LocalDate latest = null;
        for (String column : List.of("max(u.validFrom)", "max(u.validTo)")) {
            latest = later(
                    latest,
                    bound(
                                    em.createQuery(
                                            "select " + column + " from UnitEntity u where " + query.conditions(),
                                            LocalDate.class),
                                    query)
                            .getSingleResult());
        }
        return Optional.ofNullable(later(
                latest,
                bound(
                                em.createQuery(
                                        "select max(d.validFrom) from UnitDetailEntity d, UnitEntity u"
                                                + " where d.unitCode = u.code and " + query.conditions(),
                                        LocalDate.class),
                                query)
                        .getSingleResult()));
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a == null || b != null && b.isAfter(a) ? b : a;
    }

    /** Locks the unit's row until the end of the transaction; gives it as it is now, with its latest details. */
    public UnitRow lock(String code) {
        UnitEntity unit = em.find(UnitEntity.class, code, LockModeType.PESSIMISTIC_WRITE);
        return row(unit, latest(code));
    }

    public void insert(UnitRow unit) {
        em.persist(new UnitEntity(unit));
        em.flush();
        insertDetails(unit.code(), unit.validFrom(), unit.details());
    }

    private void insertDetails(String code, LocalDate from, UnitDetails details) {
        em.persist(new UnitDetailEntity(code, from, details));
        for (String gram : SearchKey.grams(SearchKey.of(details.name()))) {
            if (em.find(UnitGramEntity.class, new UnitGramKey(gram, code)) == null) {
                em.persist(new UnitGramEntity(gram, code));
            }
        }
    }

    /** Records details from the date on; it is not before the latest details' first day. */
    public void change(String code, LocalDate from, UnitDetails details) {
        UnitDetailEntity latest = latest(code);
        if (latest.validFrom().equals(from)) {
            em.remove(latest);
        } else {
            latest.end(from);
        }
        em.flush();
        insertDetails(code, from, details);
    }

    /** First day of the latest details. */
    public LocalDate lastChange(String code) {
        return latest(code).validFrom();
    }

    private UnitDetailEntity latest(String code) {
        return em.createQuery(
                        "select d from UnitDetailEntity d where d.unitCode = :code and d.validTo is null",
                        UnitDetailEntity.class)
                .setParameter("code", code)
                .getSingleResult();
    }

    /** Counts a change of the unit's record; call it under the row's lock. */
    public long touch(String code) {
        return em.find(UnitEntity.class, code).touch();
    }

    /** As {@link #touch} for many at once; what the entity manager knows of them is out of date afterwards. */
    public void touchAll(Collection<String> codes) {
        for (List<String> some : Parts.of(codes)) {
            em.createQuery("update UnitEntity u set u.version = u.version + 1 where u.code in :codes")
                    .setParameter("codes", some)
                    .executeUpdate();
        }
    }

    public void end(String code, LocalDate date) {
        em.find(UnitEntity.class, code).end(date);
    }

    /** Ends all units of the scope that have no end yet, in one statement. */
    public int endAll(UnitScope scope, LocalDate date) {
        UnitQuery query = new UnitQuery().in(scope);
        return bound(
                        em.createQuery("update UnitEntity u set u.validTo = :end, u.version = u.version + 1"
                                + " where u.validTo is null and " + query.conditions()),
                        query)
                .setParameter("end", date)
                .executeUpdate();
    }

    public List<DatedDetails> history(String code) {
        return em
                .createQuery(
                        "select d from UnitDetailEntity d where d.unitCode = :code order by d.validFrom",
                        UnitDetailEntity.class)
                .setParameter("code", code)
                .getResultList()
                .stream()
                .map(UnitDetailEntity::dated)
                .toList();
    }

    /** Another text once anything of the units in the scope, of their boundaries or of the succession has changed. */
    public String revision(UnitScope scope, Collection<String> levels) {
        UnitQuery query = new UnitQuery().in(scope).levels(levels);
        Object[] state = bound(
                        em.createQuery(
                                "select count(u), sum(u.version) from UnitEntity u where " + query.conditions(),
                                Object[].class),
                        query)
                .getSingleResult();
        return new SuccessionStore(em).revision() + "." + state[0] + "." + state[1];
    }

    private static <Q extends Query> Q bound(Q query, UnitQuery conditions) {
        conditions.parameters().forEach(query::setParameter);
        return query;
    }

    private static List<UnitRow> rows(TypedQuery<Object[]> query) {
        return query.getResultList().stream()
                .map(row -> row((UnitEntity) row[0], (UnitDetailEntity) row[1]))
                .toList();
    }

    private static UnitRow row(UnitEntity unit, UnitDetailEntity details) {
        return unit.row(details.details());
    }
}
