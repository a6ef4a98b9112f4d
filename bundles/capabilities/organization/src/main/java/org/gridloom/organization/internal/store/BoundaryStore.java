package org.gridloom.organization.internal.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridloom.platform.tx.Parts;

/** Boundaries of units in the database, by stored code. */
public final class BoundaryStore {

    private static final String VALID = " b.validFrom <= :date and (b.validTo is null or b.validTo > :date)";

    private final EntityManager em;

    public BoundaryStore(EntityManager em) {
        this.em = em;
    }

    /** The boundary of the unit on the date. */
    public Optional<Boundary> find(String code, LocalDate date) {
        return em.createQuery(
                        "select b from UnitBoundaryEntity b where b.unitCode = :code and" + VALID,
                        UnitBoundaryEntity.class)
                .setParameter("code", code)
                .setParameter("date", date)
                .getResultStream()
                .findFirst()
                .map(UnitBoundaryEntity::boundary);
    }

    /** The boundaries of the units on the date, by code. */
    public Map<String, Boundary> valid(Collection<String> codes, LocalDate date) {
        Map<String, Boundary> valid = new HashMap<>();
        for (List<String> some : Parts.of(codes)) {
            em.createQuery(
                            "select b from UnitBoundaryEntity b where b.unitCode in :codes and" + VALID,
                            UnitBoundaryEntity.class)
                    .setParameter("codes", some)
                    .setParameter("date", date)
                    .getResultList()
                    .forEach(boundary -> valid.put(boundary.unitCode(), boundary.boundary()));
        }
        return valid;
    }

    /** A unit with its boundary. */
    public record Outline(String code, String level, String name, Boundary boundary) {}

    /** The units that have a boundary, in the order of their codes. */
    public List<Outline> outlines(UnitQuery query, int most) {
        return bound("select u.code, u.level, d.name, b", query.withDetails(), " order by u.code", Object[].class)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(row -> new Outline(
                        (String) row[0], (String) row[1], (String) row[2], ((UnitBoundaryEntity) row[3]).boundary()))
                .toList();
    }

    /** How many of the units have a boundary. */
    public long count(UnitQuery query) {
        return bound("select count(u)", query.units(), "", Long.class).getSingleResult();
    }

    private <T> TypedQuery<T> bound(String select, UnitQuery.Clause units, String order, Class<T> type) {
        UnitQuery.Clause outlined = units.with("UnitBoundaryEntity", "b", "b.unitCode = u.code and" + VALID);
        TypedQuery<T> query = em.createQuery(select + outlined.jpql() + order, type);
        outlined.parameters().forEach(query::setParameter);
        return query;
    }

    /** The latest boundaries of the units, by code. */
    public Map<String, Boundary> latest(Collection<String> codes) {
        Map<String, Boundary> latest = new HashMap<>();
        entities(codes).forEach((code, boundary) -> latest.put(code, boundary.boundary()));
        return latest;
    }

    /** Records boundaries from their day on, by the units' codes; none is before the unit's latest one. */
    public void draw(Map<String, Boundary> boundaries) {
        Map<String, UnitBoundaryEntity> latest = entities(boundaries.keySet());
        boundaries.forEach((code, boundary) -> {
            UnitBoundaryEntity last = latest.get(code);
            if (last != null && last.boundary().validFrom().equals(boundary.validFrom())) {
                last.redraw(boundary);
            } else {
                if (last != null) {
                    last.end(boundary.validFrom());
                }
                em.persist(new UnitBoundaryEntity(code, boundary));
            }
        });
    }

    private Map<String, UnitBoundaryEntity> entities(Collection<String> codes) {
        Map<String, UnitBoundaryEntity> entities = new HashMap<>();
        for (List<String> some : Parts.of(codes)) {
            em.createQuery(
                            "select b from UnitBoundaryEntity b where b.validTo is null and b.unitCode in :codes",
                            UnitBoundaryEntity.class)
                    .setParameter("codes", some)
                    .getResultList()
                    .forEach(boundary -> entities.put(boundary.unitCode(), boundary));
        }
        return entities;
    }
}
