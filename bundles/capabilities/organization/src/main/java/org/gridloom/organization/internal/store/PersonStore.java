package org.gridloom.organization.internal.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridloom.organization.Person;
import org.gridloom.organization.PersonDraft;
import org.gridloom.organization.PersonFilter;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.unit.UnitScope;

/** People in the database. */
public final class PersonStore {

    private static final Map<String, String> COLUMNS = Map.of("code", "p.code", "name", "p.name");

    private final EntityManager em;

    public PersonStore(EntityManager em) {
        this.em = em;
    }

    public Page<Person> list(PersonFilter filter, UnitScope scope, PageQuery page) {
        Conditions where = new Conditions()
                .within("p.unit", scope)
                .named("p.name", "p.code", filter.text())
                .is("p.account", filter.account());
        String from = " from PersonEntity p" + where;
        return Page.of(
                where
                        .on(em.createQuery(
                                "select p" + from + Conditions.order(page.sort(), COLUMNS, "p.code"),
                                PersonEntity.class))
                        .setFirstResult(page.offset())
                        .setMaxResults(page.size())
                        .getResultList()
                        .stream()
                        .map(PersonEntity::person)
                        .toList(),
                page,
                () -> where.on(em.createQuery("select count(p)" + from, Long.class))
                        .getSingleResult());
    }

    public Optional<Person> find(String code) {
        return entity(code).map(PersonEntity::person);
    }

    /** The people that bear the codes, in few queries. */
    public Map<String, Person> find(Collection<String> codes) {
        Map<String, Person> found = new HashMap<>();
        for (List<String> some : Parts.of(codes)) {
            em.createQuery("select p from PersonEntity p where p.code in :codes", PersonEntity.class)
                    .setParameter("codes", some)
                    .getResultList()
                    .forEach(entity -> found.put(entity.code, entity.person()));
        }
        return found;
    }

    /** Whose account it is. */
    public Optional<String> ofAccount(String account) {
        return em.createQuery("select p.code from PersonEntity p where p.account = :account", String.class)
                .setParameter("account", account)
                .getResultStream()
                .findFirst();
    }

    /** The person, whom nobody else can change until the end of the transaction. */
    public Optional<Person> lock(String code) {
        Optional<PersonEntity> found = entity(code);
        found.ifPresent(entity -> em.refresh(entity, LockModeType.PESSIMISTIC_WRITE));
        return found.map(PersonEntity::person);
    }

    /** @param draft without code to have one given */
    public Person insert(PersonDraft draft) {
        PersonEntity entity = new PersonEntity();
        entity.set(draft);
        em.persist(entity);
        entity.code = draft.code() == null ? "P" + entity.id : draft.code();
        return entity.person();
    }

    public Person update(String code, PersonDraft draft) {
        PersonEntity entity = entity(code).orElseThrow();
        entity.set(draft);
        return entity.person();
    }

    private Optional<PersonEntity> entity(String code) {
        return em.createQuery("select p from PersonEntity p where p.code = :code", PersonEntity.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst();
    }
}
