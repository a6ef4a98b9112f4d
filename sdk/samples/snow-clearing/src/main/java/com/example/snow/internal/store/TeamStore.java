package com.example.snow.internal.store;

import com.example.snow.Team;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Map;
import java.util.Optional;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.tx.Conditions;
import org.gridloom.platform.unit.UnitScope;

/** Teams in the database. What is locked stays so until the end of the transaction. */
public record TeamStore(EntityManager em) {

    private static final Map<String, String> COLUMNS = Map.of("code", "t.code", "name", "t.name");

    public Page<Team> list(UnitScope scope, String text, PageQuery page) {
        Conditions where = new Conditions().within("t.unit", scope).named("t.name", "t.code", text);
        String from = " from TeamEntity t" + where;
        return Page.of(
                where.on(em.createQuery(
                                "select t" + from + Conditions.order(page.sort(), COLUMNS, "t.code"), TeamEntity.class))
                        .setFirstResult(page.offset())
                        .setMaxResults(page.size())
                        .getResultStream()
                        .map(TeamEntity::view)
                        .toList(),
                page,
                () -> where.on(em.createQuery("select count(t)" + from, Long.class))
                        .getSingleResult());
    }

    public Optional<Team> find(String code) {
        return Optional.ofNullable(em.find(TeamEntity.class, code)).map(TeamEntity::view);
    }

    public Optional<Team> lock(String code) {
        return Optional.ofNullable(em.find(TeamEntity.class, code, LockModeType.PESSIMISTIC_WRITE))
                .map(TeamEntity::view);
    }

    public void insert(Team team) {
        em.persist(new TeamEntity().become(team));
    }

    /** Of one that is locked. */
    public void update(Team team) {
        em.find(TeamEntity.class, team.code()).become(team);
    }
}
