package org.gridloom.organization.internal.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.gridloom.organization.Person;
import org.gridloom.organization.PersonDraft;
import org.gridloom.organization.PersonFilter;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.tx.Conditions;
import org.gridloom.platform.tx.Listing;
import org.gridloom.platform.tx.Parts;
import org.gridloom.platform.unit.UnitScope;

/** People in the database; what is encrypted of them as it is kept. */
public final class PersonStore {

    private static final Listing<PersonEntity> LIST =
            Listing.of(PersonEntity.class, Map.of("code", "e.code", "name", "e.name"), "e.code", "e.code");

    private final EntityManager em;

    public PersonStore(EntityManager em) {
        this.em = em;
    }

    public Page<Person> list(PersonFilter filter, UnitScope scope, PageQuery page) {
        Conditions where = new Conditions()
                .within("e.unit", scope)
                .named("e.name", "e.code", filter.text())
                .is("e.account", filter.account());
        return LIST.page(em, where, page).map(PersonEntity::person);
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

    /** Those who have these numbers; an index that is null does not matter. */
    public List<Person> having(String phoneIndex, String idNumberIndex, UnitScope scope, int limit) {
        Conditions where = new Conditions()
                .within("p.unit", scope)
                .is("p.phoneIndex", phoneIndex)
                .is("p.idNumberIndex", idNumberIndex);
        return where
                .on(em.createQuery("select p from PersonEntity p" + where + " order by p.code", PersonEntity.class))
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(PersonEntity::person)
                .toList();
    }

    /** A person whose political status and remark were written in clear before they came to be encrypted. */
    public record InClear(String code, String politicalStatus, String note) {}

    /**
     * Those of the people who were written so, whom nobody else can change until the end of the transaction.
     *
     * @param codes whom to look at; null for everybody
     */
    public List<InClear> lockInClear(Collection<String> codes, int limit) {
        String which = "select p.code from PersonEntity p where p.textsSealed = false";
        TypedQuery<String> query = codes == null
                ? em.createQuery(which + " order by p.code", String.class)
                : em.createQuery(which + " and p.code in :codes order by p.code", String.class)
                        .setParameter("codes", codes);
        // In two steps, as H2 locks no part of a result.
        List<InClear> found = new ArrayList<>();
        for (String code : query.setMaxResults(limit).getResultList()) {
            PersonEntity entity = entity(code).orElseThrow();
            em.refresh(entity, LockModeType.PESSIMISTIC_WRITE);
            if (!entity.textsSealed) {
                found.add(new InClear(code, entity.politicalStatus, entity.note));
            }
        }
        return found;
    }

    /** What the person reads is the same: no new version. */
    public void seal(String code, String politicalStatus, String note) {
        entity(code).orElseThrow().seal(politicalStatus, note);
    }

    /** What is encrypted of people as it is kept, by code. */
    public Map<String, PersonNumbers> numbers(Collection<String> codes) {
        Map<String, PersonNumbers> found = new HashMap<>();
        for (List<String> some : Parts.of(codes)) {
            em.createQuery("select p from PersonEntity p where p.code in :codes", PersonEntity.class)
                    .setParameter("codes", some)
                    .getResultList()
                    .forEach(entity -> found.put(entity.code, entity.numbers()));
        }
        return found;
    }

    /** Whose identity numbers these are: codes by index. */
    public Map<String, String> ofIdNumbers(Collection<String> indexes) {
        Map<String, String> owners = new HashMap<>();
        for (List<String> some : Parts.of(indexes)) {
            em.createQuery(
                            "select p.idNumberIndex, p.code from PersonEntity p where p.idNumberIndex in :some",
                            Object[].class)
                    .setParameter("some", some)
                    .getResultList()
                    .forEach(row -> owners.put((String) row[0], (String) row[1]));
        }
        return owners;
    }

    /**
     * @param draft without code to have one given
     * @param numbers what to keep, by the person's code
     */
    public Person insert(PersonDraft draft, Function<String, PersonNumbers> numbers) {
        PersonEntity entity = new PersonEntity();
        entity.set(draft);
        em.persist(entity);
        entity.code = draft.code() == null ? "P" + entity.id : draft.code();
        entity.keep(numbers.apply(entity.code));
        return entity.person();
    }

    public Person update(String code, PersonDraft draft, PersonNumbers numbers) {
        PersonEntity entity = entity(code).orElseThrow();
        entity.set(draft);
        entity.keep(numbers);
        return entity.person();
    }

    /** Takes out of the record, and the remarks on the person's posts, what is personal. */
    public void erase(String code, String placeholder) {
        PersonEntity entity = entity(code).orElseThrow();
        entity.erase(placeholder);
        em.createQuery("select p from PostEntity p where p.person = :person and p.note is not null", PostEntity.class)
                .setParameter("person", entity)
                .getResultList()
                .forEach(PostEntity::withoutNote);
    }

    /** A person whose last post has ended. */
    public record Ended(String code, String unit, LocalDate on) {}

    /**
     * Those of whom the attribute is known, and whose last post ended before the day; they had one at least.
     *
     * @param erased name of those who were erased, of whom nothing is known
     */
    public List<Ended> endedBefore(String attribute, String erased, LocalDate day, UnitScope scope, int limit) {
        Conditions where = new Conditions()
                .within("p.unit", scope)
                .and("p." + attribute + " is not null")
                .and("p.name <> :erased")
                .with("erased", erased);
        return where
                .on(em.createQuery(
                        "select p.code, p.unit, max(t.validTo) from PostEntity t join t.person p" + where
                                + " group by p.code, p.unit having max(t.validTo) < :day order by max(t.validTo),"
                                + " p.code",
                        Object[].class))
                .setParameter("day", day)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(row -> new Ended((String) row[0], (String) row[1], (LocalDate) row[2]))
                .toList();
    }

    private Optional<PersonEntity> entity(String code) {
        return em.createQuery("select p from PersonEntity p where p.code = :code", PersonEntity.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst();
    }
}
