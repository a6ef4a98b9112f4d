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
import org.gridloom.organization.PersonDraft;
import org.gridloom.organization.PersonFilter;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.tx.Conditions;
import org.gridloom.platform.tx.Listing;
import org.gridloom.platform.tx.Parts;
import org.gridloom.platform.unit.UnitScope;

/** People in the database. */
public final class PersonStore {

    private static final Listing<PersonEntity> LIST =
            Listing.of(PersonEntity.class, Map.of("code", "e.code", "name", "e.name"), "e.code", "e.code");

    private final EntityManager em;

    public PersonStore(EntityManager em) {
        this.em = em;
    }

    public Page<KeptPerson> list(PersonFilter filter, UnitScope scope, PageQuery page) {
        Conditions where = new Conditions()
                .within("e.unit", scope)
                .named("e.name", "e.code", filter.text())
                .is("e.account", filter.account());
        return LIST.page(em, where, page).map(PersonEntity::person);
    }

    public Optional<KeptPerson> find(String code) {
        return entity(code).map(PersonEntity::person);
    }

    /** The people that bear the codes, in few queries. */
    public Map<String, KeptPerson> find(Collection<String> codes) {
        Map<String, KeptPerson> found = new HashMap<>();
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
    public Optional<KeptPerson> lock(String code) {
        Optional<PersonEntity> found = entity(code);
        found.ifPresent(entity -> em.refresh(entity, LockModeType.PESSIMISTIC_WRITE));
        return found.map(PersonEntity::person);
    }

    /** Those who have these numbers; an index that is null does not matter. */
    public List<KeptPerson> having(String phoneIndex, String idNumberIndex, UnitScope scope, int limit) {
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

    /**
     * A person of whom something was written in clear before it came to be encrypted.
     *
     * @param kept with sex and year of birth, and it may be political status and remark, in clear
     * @param texts whether these are
     */
    public record InClear(KeptPerson kept, boolean texts) {}

    /**
     * Those of the people who were written so, whom nobody else can change until the end of the transaction.
     *
     * @param codes whom to look at; null for everybody
     */
    public List<InClear> lockInClear(Collection<String> codes, int limit) {
        // Whose texts are in clear, their traits are too.
        String which = "select p.code from PersonEntity p where p.traitsSealed = false";
        TypedQuery<String> query = codes == null
                ? em.createQuery(which + " order by p.code", String.class)
                : em.createQuery(which + " and p.code in :codes order by p.code", String.class)
                        .setParameter("codes", codes);
        // In two steps, as H2 locks no part of a result.
        List<InClear> found = new ArrayList<>();
        for (String code : query.setMaxResults(limit).getResultList()) {
            PersonEntity entity = entity(code).orElseThrow();
            em.refresh(entity, LockModeType.PESSIMISTIC_WRITE);
            if (!entity.traitsSealed) {
                found.add(new InClear(entity.person(), !entity.textsSealed));
            }
        }
        return found;
    }

    /** What the person reads is the same: no new version. */
    public void sealTexts(String code, String politicalStatus, String note) {
        entity(code).orElseThrow().sealTexts(politicalStatus, note);
    }

    /** Likewise. */
    public void sealTraits(String code, String sex, String birthYear) {
        entity(code).orElseThrow().sealTraits(sex, birthYear);
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
     * @param sealed what to keep, by the person's code
     */
    public KeptPerson insert(PersonDraft draft, Function<String, SealedPerson> sealed) {
        PersonEntity entity = new PersonEntity();
        entity.set(draft);
        em.persist(entity);
        entity.code = draft.code() == null ? "P" + entity.id : draft.code();
        entity.keep(sealed.apply(entity.code));
        return entity.person();
    }

    public KeptPerson update(String code, PersonDraft draft, SealedPerson sealed) {
        PersonEntity entity = entity(code).orElseThrow();
        entity.set(draft);
        entity.keep(sealed);
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
