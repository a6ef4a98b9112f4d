package org.gridloom.platform.security.internal.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.gridloom.platform.security.internal.Role;

/** Roles in the database. */
public final class RoleStore {

    private final EntityManager em;

    public RoleStore(EntityManager em) {
        this.em = em;
    }

    public Optional<Role> find(String code) {
        return entity(em, code).map(RoleEntity::toRole);
    }

    /** All roles by code, read in two queries however many there are. */
    public List<Role> all() {
        return em
                .createQuery("select r from Role r order by r.code", RoleEntity.class)
                .setHint("eclipselink.batch", "r.permissions")
                .getResultList()
                .stream()
                .map(RoleEntity::toRole)
                .toList();
    }

    public Role insert(Role role) {
        RoleEntity entity = new RoleEntity(role.code(), role.allPermissions());
        entity.define(role.name(), role.permissions());
        em.persist(entity);
        em.flush();
        return entity.toRole();
    }

    public Role update(Role role) {
        RoleEntity entity = entity(em, role.code()).orElseThrow();
        entity.define(role.name(), role.permissions());
        em.lock(entity, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        em.flush();
        return entity.toRole();
    }

    public void delete(String code) {
        em.remove(entity(em, code).orElseThrow());
    }

    /** How many accounts hold or held the role. */
    public long grants(String code) {
        return em.createQuery("select count(g) from Grant g where g.role.code = :code", Long.class)
                .setParameter("code", code)
                .getSingleResult();
    }

    static Optional<RoleEntity> entity(EntityManager em, String code) {
        return em
                .createQuery("select r from Role r where r.code = :code", RoleEntity.class)
                .setParameter("code", code)
                .getResultList()
                .stream()
                .findFirst();
    }
}
