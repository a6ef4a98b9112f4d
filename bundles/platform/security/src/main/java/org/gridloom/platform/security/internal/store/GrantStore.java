package org.gridloom.platform.security.internal.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gridloom.platform.security.internal.Grant;
import org.gridloom.platform.security.internal.Role;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.UnitScope;

/** Grants in the database. */
public final class GrantStore {

    /** Open-ended, district-wide, of a role with all permissions, to an account that may sign in. */
    private static final String ADMINISTRATORS = """
            select a.name from Account a where a.enabled = true and a.id in (
                select g.accountId from Grant g
                where g.role.allPermissions = true and g.unit is null and g.validFrom <= :today and g.validTo is null)
            order by a.name""";

    private final EntityManager em;

    public GrantStore(EntityManager em) {
        this.em = em;
    }

    /** The account's grants, also future and ended ones, in a stable order. */
    public List<Grant> of(long accountId) {
        return em
                .createQuery(
                        "select g from Grant g join fetch g.role where g.accountId = :account order by g.id",
                        GrantEntity.class)
                .setParameter("account", accountId)
                .setHint("eclipselink.batch", "g.role.permissions")
                .getResultList()
                .stream()
                .map(GrantEntity::toGrant)
                .toList();
    }

    /** How many grants in the scope have not ended by the day. */
    public long count(UnitScope scope, LocalDate date) {
        if (scope.isEmpty()) {
            return 0;
        }
        List<CodeRange> ranges = scope.ranges();
        String anyOf = IntStream.range(0, ranges.size())
                .mapToObj(i -> "g.unit >= :from" + i + " and g.unit < :to" + i)
                .collect(Collectors.joining(" or "));
        TypedQuery<Long> query = em.createQuery(
                        "select count(g) from Grant g where (g.validTo is null or g.validTo > :date) and (" + anyOf
                                + ")",
                        Long.class)
                .setParameter("date", date);
        for (int i = 0; i < ranges.size(); i++) {
            query.setParameter("from" + i, ranges.get(i).from())
                    .setParameter("to" + i, ranges.get(i).to());
        }
        return query.getSingleResult();
    }

    /** In which unit an account holds some role; null for the whole district. */
    public record Held(long account, String unit) {}

    /** What enabled accounts hold on the day, in units whose codes are at most so long. */
    public List<Held> held(LocalDate day, int length) {
        return em
                .createQuery(
                        "select distinct g.accountId, g.unit from Grant g, Account a"
                                + " where a.id = g.accountId and a.enabled = true and g.validFrom <= :day"
                                + " and (g.validTo is null or g.validTo >= :day)"
                                + " and (g.unit is null or length(g.unit) <= :length)",
                        Object[].class)
                .setParameter("day", day)
                .setParameter("length", length)
                .getResultList()
                .stream()
                .map(row -> new Held((Long) row[0], (String) row[1]))
                .toList();
    }

    /** Names of enabled accounts that hold a role with the permission anywhere on the day. */
    public List<String> holders(String permission, LocalDate day) {
        return em.createQuery(
                        "select distinct a.name from Grant g join g.role r, Account a"
                                + " where a.id = g.accountId and a.enabled = true and g.validFrom <= :day"
                                + " and (g.validTo is null or g.validTo >= :day)"
                                + " and (r.allPermissions = true or :permission member of r.permissions)",
                        String.class)
                .setParameter("day", day)
                .setParameter("permission", permission)
                .getResultList();
    }

    /** Roles that enabled accounts hold in the whole district and without end, by account. */
    public Map<String, List<Role>> everywhere(LocalDate today) {
        return em
                .createQuery(
                        "select a.name, r from Grant g join g.role r, Account a"
                                + " where a.id = g.accountId and a.enabled = true and g.unit is null"
                                + " and g.validFrom <= :today and g.validTo is null order by g.id",
                        Object[].class)
                .setParameter("today", today)
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> (String) row[0],
                        Collectors.mapping(row -> ((RoleEntity) row[1]).toRole(), Collectors.toList())));
    }

    public Grant insert(long accountId, Grant grant) {
        GrantEntity entity = new GrantEntity(
                accountId,
                RoleStore.entity(em, grant.role().code()).orElseThrow(),
                grant.unit(),
                grant.validFrom(),
                grant.validTo());
        em.persist(entity);
        em.flush();
        return entity.toGrant();
    }

    public void delete(long id) {
        em.remove(em.find(GrantEntity.class, id));
    }

    /** Names of accounts that can do everything everywhere for good. */
    public List<String> administrators(LocalDate today) {
        em.flush();
        return em.createQuery(ADMINISTRATORS, String.class)
                .setParameter("today", today)
                .getResultList();
    }
}
