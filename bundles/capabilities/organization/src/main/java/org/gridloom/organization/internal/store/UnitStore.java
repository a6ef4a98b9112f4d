package org.gridloom.organization.internal.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
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
import org.gridloom.platform.tx.Parts;
import org.gridloom.platform.tx.Tx;
import org.gridloom.platform.unit.UnitScope;

/** Units in the database, by stored code. */
public final class UnitStore {

    private static final int CODES_A_QUERY = 500;
    private static final int FEW_CODES = 20;

    private final Tx tx;
    private final EntityManager em;
    /** Latest details of units whose rows are locked, so that nobody else changes them. */
    private final Map<String, UnitDetailEntity> locked = new HashMap<>();

    public UnitStore(Tx tx) {
        this.tx = tx;
        em = tx.em();
    }

    /** The unit valid on the date among those stored under the codes. */
    public Optional<UnitRow> valid(Set<String> codes, LocalDate date) {
        return allValid(codes, date).stream().findFirst();
    }

    /** Units valid on the date among those stored under the codes, however many they are. */
    public List<UnitRow> allValid(Collection<String> codes, LocalDate date) {
        if (codes.isEmpty()) {
            return List.of();
        }
        if (codes.size() <= FEW_CODES) {
            return all(UnitQuery.validOn(date).coded(codes));
        }
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
        return rows(query("select u, d", query.withDetails(), " order by u.code", Object[].class));
    }

    /** A part of the list. */
    public List<UnitRow> page(UnitQuery query, List<String> sort, int offset, int size) {
        UnitQuery.Clause clause = begun(query).withDetails();
        String order = clause.ordered(sort);
        return rows(query("select u, d", clause, order, Object[].class)
                .setFirstResult(offset)
                .setMaxResults(size));
    }

    /** Begins a search for a name where the fewest units are. */
    private UnitQuery begun(UnitQuery query) {
        return query.isBegun() ? query : query.among(RarestGram.of(tx, query.text(), query.scope()));
    }

    /** How many there are. What is searched by name is counted one by one, all else is counted already. */
    public long count(UnitQuery query) {
        return query.isCounted()
                ? UnitCounts.of(tx, query.scope(), query.date()).stream()
                        .filter(count -> query.takes(count.level(), count.kind()))
                        .mapToLong(LevelCount::count)
                        .sum()
                : query("select count(u)", query.isNamed() ? query.withDetails() : query.units(), "", Long.class)
                        .getSingleResult();
    }

    /** How many there are, but no more than the limit. */
    public int count(UnitQuery query, int limit) {
        return query("select u.code", begun(query).withDetails(), "", String.class)
                .setMaxResults(limit)
                .getResultList()
                .size();
    }

    /** How many there are of each first part of their stored codes. */
    public Map<String, Long> countByPrefix(UnitQuery query, int length) {
        Map<String, Long> counts = new HashMap<>();
        UnitQuery.Clause units = query.units();
        bound(new Prefix("u.code", length).count(em, "u", units.jpql()), units)
                .getResultList()
                .forEach(row -> counts.put((String) row[0], (Long) row[1]));
        return counts;
    }

    /** A number of units of a level and kind; kind is null at levels without. */
    public record LevelCount(String level, String kind, long count) {}

    /** Stored codes only, whatever their validity. */
    public Set<String> codes(UnitScope scope, String level) {
        UnitQuery query = UnitQuery.ever().in(scope).level(level);
        return new TreeSet<>(
                query("select u.code", query.units(), "", String.class).getResultList());
    }

    /** Units of one level, whatever their validity, with their latest details. */
    public List<UnitRow> ever(UnitScope scope, String level) {
        UnitQuery query = UnitQuery.ever().in(scope).level(level);
        return rows(query("select u, d", query.withDetails(), " order by u.code", Object[].class));
    }

    /** Units that are not ended before the date, besides the one given. */
    public long countOpen(UnitScope scope, String except, LocalDate date) {
        UnitQuery.Clause open = UnitQuery.ever()
                .in(scope)
                .units()
                .and("u.code <> :except and (u.validTo is null or u.validTo > :day)")
                .set("except", except)
                .set("day", date);
        return query("select count(u)", open, "", Long.class).getSingleResult();
    }

    /** The latest first day, end or change of record in the scope. */
    public Optional<LocalDate> lastDate(UnitScope scope) {
        UnitQuery query = UnitQuery.ever().in(scope);
        LocalDate latest = null;
        for (String column : List.of("max(u.validFrom)", "max(u.validTo)")) {
            latest = later(
                    latest,
                    query("select " + column, query.units(), "", LocalDate.class)
                            .getSingleResult());
        }
        return Optional.ofNullable(later(
                latest,
                query("select max(d.validFrom)", query.withDetails(), "", LocalDate.class)
                        .getSingleResult()));
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a == null || b != null && b.isAfter(a) ? b : a;
    }

    /** Locks the unit's row until the end of the transaction; gives it as it is now, with its latest details. */
    public UnitRow lock(String code) {
        UnitEntity unit = em.find(UnitEntity.class, code, LockModeType.PESSIMISTIC_WRITE);
        locked.put(code, queried(code));
        return row(unit, latest(code));
    }

    /** @param document id of the document on which it rests; may be null */
    public void insert(UnitRow unit, Long document) {
        em.persist(new UnitEntity(unit));
        em.flush();
        UnitCounts.began(tx, unit);
        insertDetails(unit.code(), unit.validFrom(), unit.details(), document);
    }

    private void insertDetails(String code, LocalDate from, UnitDetails details, Long document) {
        em.persist(new UnitDetailEntity(code, from, details, document));
        index(code, details.name());
    }

    /** Makes the name be found; pairs of former names stay, for the days on which they were borne. */
    private void index(String code, String name) {
        Set<String> grams = SearchKey.grams(SearchKey.of(name));
        em.createQuery(
                        "select g.gram from UnitGramEntity g where g.unitCode = :code and g.gram in :grams",
                        String.class)
                .setParameter("code", code)
                .setParameter("grams", grams)
                .getResultList()
                .forEach(grams::remove);
        grams.forEach(gram -> em.persist(new UnitGramEntity(gram, code)));
    }

    /**
     * Records details from the date on; it is not before the latest details' first day.
     *
     * @param document id of the document on which they rest; null for none, or for the one cited before on that day
     */
    public void change(String code, LocalDate from, UnitDetails details, Long document) {
        UnitDetailEntity latest = latest(code);
        if (latest.validFrom().equals(from)) {
            latest.amend(details, document);
            index(code, details.name());
            return;
        }
        latest.end(from);
        em.flush();
        locked.remove(code);
        insertDetails(code, from, details, document);
    }

    /** First day of the latest details. */
    public LocalDate lastChange(String code) {
        return latest(code).validFrom();
    }

    private UnitDetailEntity latest(String code) {
        UnitDetailEntity known = locked.get(code);
        return known != null && em.contains(known) ? known : queried(code);
    }

    private UnitDetailEntity queried(String code) {
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

    /** @param document id of the document on which it rests; may be null */
    public void end(String code, LocalDate date, Long document) {
        UnitEntity unit = em.find(UnitEntity.class, code);
        UnitCounts.ended(tx, unit.row(null), date);
        unit.end(date, document);
    }

    /** Id of the document on which the unit's end rests; null where none was cited. */
    public Long endDocument(String code) {
        return em.find(UnitEntity.class, code).endDocument();
    }

    /** Ends all units of the scope that have no end yet. */
    public void endAll(UnitScope scope, LocalDate date, Long document) {
        String last = "";
        List<UnitEntity> open;
        do {
            UnitQuery.Clause next = UnitQuery.ever()
                    .in(scope)
                    .units()
                    .and("u.validTo is null and u.code > :last")
                    .set("last", last);
            open = query("select u", next, " order by u.code", UnitEntity.class)
                    .setMaxResults(CODES_A_QUERY)
                    .getResultList();
            for (UnitEntity unit : open) {
                UnitCounts.ended(tx, unit.row(null), date);
                unit.end(date, document);
                last = unit.code();
            }
            em.flush();
            em.clear();
        } while (open.size() == CODES_A_QUERY);
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
        UnitQuery query = UnitQuery.ever().in(scope).levels(levels);
        Object[] state = query("select count(u), sum(u.version)", query.units(), "", Object[].class)
                .getSingleResult();
        return new SuccessionStore(tx).revision() + "." + state[0] + "." + state[1];
    }

    private <T> TypedQuery<T> query(String select, UnitQuery.Clause clause, String order, Class<T> type) {
        return bound(em.createQuery(select + clause.jpql() + order, type), clause);
    }

    private static <T> TypedQuery<T> bound(TypedQuery<T> query, UnitQuery.Clause clause) {
        clause.parameters().forEach(query::setParameter);
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
