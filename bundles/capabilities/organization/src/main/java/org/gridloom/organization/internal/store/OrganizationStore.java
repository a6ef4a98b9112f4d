package org.gridloom.organization.internal.store;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridloom.organization.internal.domain.Family;
import org.gridloom.organization.internal.domain.OrganizationHistory;
import org.gridloom.organization.internal.domain.Period;
import org.gridloom.platform.tx.Conditions;
import org.gridloom.platform.tx.Parts;
import org.gridloom.platform.tx.Tx;

/** Organisations of all families in the database. */
public final class OrganizationStore {

    private static final Map<String, String> COLUMNS = Map.of(
            "code", "s.code", "name", "s.name", "level", "s.level", "type", "s.type", "validFrom", "s.validFrom");

    private final Tx tx;
    private final EntityManager em;

    public OrganizationStore(Tx tx) {
        this.tx = tx;
        em = tx.em();
    }

    public List<Standing> page(OrganizationQuery query, List<String> sort, int offset, int size) {
        String jpql = "select s, s.org.version from OrgStateEntity s" + query.conditions()
                + Conditions.order(sort, COLUMNS, "s.code");
        return standings(query.conditions()
                .on(em.createQuery(jpql, Object[].class))
                .setFirstResult(offset)
                .setMaxResults(size)
                .getResultList());
    }

    public List<Standing> all(OrganizationQuery query) {
        String jpql = "select s, s.org.version from OrgStateEntity s" + query.conditions() + " order by s.code";
        return standings(
                query.conditions().on(em.createQuery(jpql, Object[].class)).getResultList());
    }

    public long count(OrganizationQuery query) {
        return query.conditions()
                .on(em.createQuery("select count(s) from OrgStateEntity s" + query.conditions(), Long.class))
                .getSingleResult();
    }

    /** An organisation in brief. */
    public record Brief(String code, String name, String level, String seat) {}

    public Optional<OrganizationHistory> find(Family family, String code) {
        return Optional.ofNullable(find(family, List.of(code)).get(code));
    }

    /** The organisations that bear the codes; however many they are, in few queries. */
    public Map<String, OrganizationHistory> find(Family family, Collection<String> codes) {
        Map<String, List<OrgStateEntity>> states = new LinkedHashMap<>();
        for (List<String> some : Parts.of(codes)) {
            em.createQuery(
                            "select s from OrgStateEntity s join fetch s.org where s.family = :family and s.code in"
                                    + " :codes order by s.code, s.validFrom",
                            OrgStateEntity.class)
                    .setParameter("family", family.code())
                    .setParameter("codes", some)
                    .getResultList()
                    .forEach(state -> states.computeIfAbsent(state.code, code -> new ArrayList<>())
                            .add(state));
        }
        Map<Long, List<String>> covers =
                covers(states.values().stream().flatMap(List::stream).toList());
        Map<String, OrganizationHistory> found = new HashMap<>();
        states.forEach((code, list) -> found.put(
                code,
                new OrganizationHistory(
                        family,
                        code,
                        list.stream()
                                .map(state -> state.period(covers.get(state.id)))
                                .toList(),
                        list.get(0).org().version())));
        return found;
    }

    public void insert(OrganizationHistory history) {
        OrgEntity org = new OrgEntity();
        org.family = history.family().code();
        org.code = history.code();
        org.version = history.version();
        em.persist(org);
        history.periods().forEach(period -> insert(org, period));
    }

    /** Stores what became of it: its last period or more are other than they were. */
    public void update(OrganizationHistory history) {
        List<OrgStateEntity> states = em.createQuery(
                        "select s from OrgStateEntity s join fetch s.org where s.family = :family and s.code = :code"
                                + " order by s.validFrom",
                        OrgStateEntity.class)
                .setParameter("family", history.family().code())
                .setParameter("code", history.code())
                .getResultList();
        OrgEntity org = states.get(0).org();
        org.becameVersion(history.version());
        int last = states.size() - 1;
        change(states.get(last), history.periods().get(last));
        history.periods().subList(states.size(), history.periods().size()).forEach(period -> insert(org, period));
    }

    private void change(OrgStateEntity state, Period period) {
        OrganizationCounts.of(state).forEach(change -> tx.count(change.undone()));
        state.set(period);
        OrganizationCounts.of(state).forEach(tx::count);
        em.createQuery("delete from OrgCoverEntity c where c.state = :state and c.unit not in :units")
                .setParameter("state", state)
                .setParameter("units", period.what().covers())
                .executeUpdate();
        List<String> kept = covers(List.of(state)).getOrDefault(state.id, List.of());
        period.what().covers().stream().filter(unit -> !kept.contains(unit)).forEach(unit -> cover(state, unit));
    }

    private void insert(OrgEntity org, Period period) {
        OrgStateEntity state = OrgStateEntity.of(org);
        state.set(period);
        em.persist(state);
        OrganizationCounts.of(state).forEach(tx::count);
        period.what().covers().forEach(unit -> cover(state, unit));
    }

    private void cover(OrgStateEntity state, String unit) {
        OrgCoverEntity cover = new OrgCoverEntity();
        cover.state = state;
        cover.unit = unit;
        em.persist(cover);
    }

    private List<Standing> standings(List<Object[]> rows) {
        Map<Long, List<String>> covers =
                covers(rows.stream().map(row -> (OrgStateEntity) row[0]).toList());
        return rows.stream()
                .map(row -> {
                    OrgStateEntity state = (OrgStateEntity) row[0];
                    return new Standing(state.code, state.period(covers.get(state.id)), (Long) row[1]);
                })
                .toList();
    }

    private Map<Long, List<String>> covers(List<OrgStateEntity> states) {
        Map<Long, List<String>> covers = new HashMap<>();
        for (List<Long> some : Parts.of(states.stream().map(state -> state.id).toList())) {
            em.createQuery(
                            "select c.state.id, c.unit from OrgCoverEntity c where c.state.id in :states order by"
                                    + " c.unit",
                            Object[].class)
                    .setParameter("states", some)
                    .getResultList()
                    .forEach(row -> covers.computeIfAbsent((Long) row[0], id -> new ArrayList<>())
                            .add((String) row[1]));
        }
        return covers;
    }
}
