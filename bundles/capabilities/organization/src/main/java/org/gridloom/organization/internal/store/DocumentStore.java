package org.gridloom.organization.internal.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gridloom.organization.Document;
import org.gridloom.organization.DocumentDraft;
import org.gridloom.organization.DocumentFilter;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;

/** The document register in the database. */
public final class DocumentStore {

    private final EntityManager em;

    public DocumentStore(EntityManager em) {
        this.em = em;
    }

    public Page<Document> list(DocumentFilter filter, PageQuery page) {
        Map<String, Object> parameters = new HashMap<>();
        String where = " from DocumentEntity d where 1 = 1";
        if (filter.text() != null && !filter.text().isBlank()) {
            where += " and (d.number like :text escape '!' or d.title like :text escape '!'"
                    + " or d.issuer like :text escape '!')";
            String text =
                    filter.text().strip().replace("!", "!!").replace("%", "!%").replace("_", "!_");
            parameters.put("text", "%" + text + "%");
        }
        if (filter.inForceOn() != null) {
            where += " and d.inForceFrom <= :date and (d.inForceTo is null or d.inForceTo > :date)";
            parameters.put("date", filter.inForceOn());
        }
        TypedQuery<Long> count = em.createQuery("select count(d)" + where, Long.class);
        TypedQuery<DocumentEntity> items =
                em.createQuery("select d" + where + " order by " + order(page.sort()), DocumentEntity.class);
        parameters.forEach(count::setParameter);
        parameters.forEach(items::setParameter);
        return Page.of(
                items.setFirstResult(page.offset()).setMaxResults(page.size()).getResultList().stream()
                        .map(DocumentEntity::document)
                        .toList(),
                page,
                count::getSingleResult);
    }

    private static String order(List<String> sort) {
        StringBuilder order = new StringBuilder();
        for (String field : sort.isEmpty() ? List.of("-issuedOn") : sort) {
            boolean descending = field.startsWith("-");
            order.append("d.").append(descending ? field.substring(1) : field).append(descending ? " desc, " : ", ");
        }
        return order + "d.id desc";
    }

    public Optional<Document> get(long id) {
        return Optional.ofNullable(em.find(DocumentEntity.class, id)).map(DocumentEntity::document);
    }

    /** Locks the document until the end of the transaction. */
    public Optional<Document> lock(long id) {
        return Optional.ofNullable(em.find(DocumentEntity.class, id, LockModeType.PESSIMISTIC_WRITE))
                .map(DocumentEntity::document);
    }

    public Optional<Document> find(String number) {
        return em.createQuery("select d from DocumentEntity d where d.number = :number", DocumentEntity.class)
                .setParameter("number", number)
                .getResultStream()
                .findFirst()
                .map(DocumentEntity::document);
    }

    /** The number of the document; null for none. */
    public String number(Long id) {
        return id == null ? null : get(id).map(Document::number).orElse(null);
    }

    /** Whether a unit's history cites the document. */
    public boolean isCited(long id) {
        return Stream.of(
                        "UnitDetailEntity e where e.document",
                        "SuccessionEntity e where e.document",
                        "UnitEntity e where e.endDocument")
                .anyMatch(cites -> em.createQuery("select count(e) from " + cites + " = :id", Long.class)
                                .setParameter("id", id)
                                .getSingleResult()
                        > 0);
    }

    /** The numbers of all that another supersedes, by id. */
    public Map<Long, String> superseded() {
        Map<Long, String> numbers = new HashMap<>();
        em.createQuery(
                        "select d.id, d.number from DocumentEntity d"
                                + " where d.id in (select other.supersedes from DocumentEntity other)",
                        Object[].class)
                .getResultList()
                .forEach(row -> numbers.put((Long) row[0], (String) row[1]));
        return numbers;
    }

    public boolean isSuperseded(long id) {
        return em.createQuery("select count(d) from DocumentEntity d where d.supersedes = :id", Long.class)
                        .setParameter("id", id)
                        .getSingleResult()
                > 0;
    }

    /** Whether the document or one that it supersedes, directly or not, is the other. */
    public boolean leadsTo(Long id, long other) {
        Long next = id;
        while (next != null && next != other) {
            DocumentEntity entity = em.find(DocumentEntity.class, next);
            next = entity == null ? null : entity.supersedes();
        }
        return next != null;
    }

    public Document insert(DocumentDraft draft) {
        DocumentEntity entity = new DocumentEntity();
        entity.set(draft);
        em.persist(entity);
        em.flush();
        return entity.document();
    }

    public Document update(long id, DocumentDraft draft) {
        DocumentEntity entity = em.find(DocumentEntity.class, id);
        entity.set(draft);
        em.flush();
        return entity.document();
    }

    public void delete(long id) {
        em.remove(em.find(DocumentEntity.class, id));
    }
}
