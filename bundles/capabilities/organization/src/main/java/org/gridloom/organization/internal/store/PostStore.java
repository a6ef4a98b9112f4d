package org.gridloom.organization.internal.store;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gridloom.organization.internal.domain.Term;
import org.gridloom.platform.tx.Conditions;
import org.gridloom.platform.tx.Parts;

/** Terms in posts in the database. */
public final class PostStore {

    private static final Map<String, String> COLUMNS =
            Map.of("kind", "p.kind", "at", "p.at", "validFrom", "p.validFrom");

    private final EntityManager em;

    public PostStore(EntityManager em) {
        this.em = em;
    }

    public List<SeatedTerm> page(PostQuery query, List<String> sort, int offset, int size) {
        String jpql = "select p, q.code, q.name, q.unit, s.seat" + query.from()
                + Conditions.order(
                        sort, COLUMNS, sort.isEmpty() ? "p.holder, p.at, p.kind, p.validFrom, p.id" : "p.id");
        return query
                .conditions()
                .on(em.createQuery(jpql, Object[].class))
                .setFirstResult(offset)
                .setMaxResults(size)
                .getResultList()
                .stream()
                .map(PostStore::seated)
                .toList();
    }

    /** All of them, by person. */
    public List<SeatedTerm> all(PostQuery query) {
        String jpql = "select p, q.code, q.name, q.unit, s.seat" + query.from()
                + " order by q.code, p.holder, p.at, p.kind, p.id";
        return query.conditions()
                .on(em.createQuery(jpql, Object[].class))
                .getResultStream()
                .map(PostStore::seated)
                .toList();
    }

    public long count(PostQuery query) {
        return query.conditions()
                .on(em.createQuery("select count(p)" + query.from(), Long.class))
                .getSingleResult();
    }

    public Map<String, Long> countByKind(PostQuery query) {
        return query
                .conditions()
                .on(em.createQuery("select p.kind, count(p)" + query.from() + " group by p.kind", Object[].class))
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
    }

    /** How many of each kind, by the first part of the code of the unit that they count for, in one query. */
    public Map<String, Map<String, Long>> countByKind(PostQuery query, int length) {
        Map<String, Map<String, Long>> counts = new HashMap<>();
        query.conditions()
                .on(new Prefix("coalesce(s.seat, p.at)", length).count(em, "p", query.from(), "p.kind"))
                .getResultList()
                .forEach(row -> counts.computeIfAbsent((String) row[0], prefix -> new HashMap<>())
                        .put((String) row[1], (Long) row[2]));
        return counts;
    }

    /** How many people hold them. */
    public long countPeople(PostQuery query) {
        return query.conditions()
                .on(em.createQuery("select count(distinct q.code)" + query.from(), Long.class))
                .getSingleResult();
    }

    public Optional<SeatedTerm> find(long id) {
        return page(PostQuery.ever().id(id), List.of(), 0, 1).stream().findFirst();
    }

    /** All terms at these places. */
    public List<Term> at(String holder, Collection<String> codes) {
        List<Term> terms = new ArrayList<>();
        for (List<String> some : Parts.of(codes)) {
            em.createQuery(
                            "select p, p.person.code from PostEntity p where p.holder = :holder and p.at in :codes"
                                    + " order by p.at, p.kind, p.validFrom, p.id",
                            Object[].class)
                    .setParameter("holder", holder)
                    .setParameter("codes", some)
                    .getResultList()
                    .forEach(row -> terms.add(((PostEntity) row[0]).term((String) row[1])));
        }
        return terms;
    }

    /** Those of the people, each with a day, who hold no post that lasts on that day or begins later. */
    public Set<String> withoutPost(Map<String, LocalDate> days) {
        Set<String> without = new TreeSet<>(days.keySet());
        for (List<String> some : Parts.of(days.keySet())) {
            em.createQuery(
                            "select p.person.code, max(p.validTo) from PostEntity p where p.person.code in :codes"
                                    + " and p.validTo > p.validFrom group by p.person.code",
                            Object[].class)
                    .setParameter("codes", some)
                    .getResultStream()
                    .filter(row -> ((LocalDate) row[1]).isAfter(days.get((String) row[0])))
                    .forEach(row -> without.remove((String) row[0]));
        }
        return without;
    }

    public Term insert(Term term) {
        PostEntity entity = new PostEntity();
        entity.person = em.createQuery("select q from PersonEntity q where q.code = :code", PersonEntity.class)
                .setParameter("code", term.person())
                .getSingleResult();
        return insert(entity, term);
    }

    /** Many at once; the people are there. */
    public List<Term> insert(List<Term> terms) {
        Map<String, PersonEntity> people = people(terms);
        return terms.stream()
                .map(term -> {
                    PostEntity entity = new PostEntity();
                    entity.person = people.get(term.person());
                    return insert(entity, term);
                })
                .toList();
    }

    private Term insert(PostEntity entity, Term term) {
        entity.set(term);
        em.persist(entity);
        return entity.term(term.person());
    }

    private Map<String, PersonEntity> people(List<Term> terms) {
        List<PersonEntity> people = new ArrayList<>();
        for (List<String> some :
                Parts.of(terms.stream().map(Term::person).distinct().toList())) {
            people.addAll(em.createQuery("select q from PersonEntity q where q.code in :codes", PersonEntity.class)
                    .setParameter("codes", some)
                    .getResultList());
        }
        return people.stream().collect(Collectors.toMap(person -> person.code, person -> person));
    }

    public void update(Term term) {
        em.find(PostEntity.class, term.id()).set(term);
    }

    private static SeatedTerm seated(Object[] row) {
        PostEntity post = (PostEntity) row[0];
        String seat = (String) row[4];
        return new SeatedTerm(
                post.term((String) row[1]), (String) row[2], (String) row[3], seat == null ? post.at : seat);
    }
}
