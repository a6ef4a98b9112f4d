package org.gridloom.organization.internal.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.gridloom.organization.OrganizationType;
import org.gridloom.organization.OrganizationTypeDraft;
import org.gridloom.organization.PartyLevel;
import org.gridloom.organization.PartyLevelDraft;
import org.gridloom.organization.PostKind;
import org.gridloom.organization.PostKindDraft;
import org.gridloom.organization.internal.domain.Words;

/** Levels, types and kinds of posts in the database. What is locked stays so until the end of the transaction. */
public final class VocabularyStore {

    private final EntityManager em;

    public VocabularyStore(EntityManager em) {
        this.em = em;
    }

    public Words words() {
        return Words.of(levels(), types(), postKinds());
    }

    public List<PartyLevel> levels() {
        return em.createQuery("select l from PartyLevelEntity l order by l.position", PartyLevelEntity.class)
                .getResultStream()
                .map(PartyLevelEntity::level)
                .toList();
    }

    public List<OrganizationType> types() {
        return em.createQuery("select t from TypeEntity t order by t.family, t.code", TypeEntity.class)
                .getResultStream()
                .map(TypeEntity::type)
                .toList();
    }

    public List<PostKind> postKinds() {
        return em.createQuery("select k from PostKindEntity k order by k.holder, k.code", PostKindEntity.class)
                .getResultStream()
                .map(PostKindEntity::kind)
                .toList();
    }

    public Optional<PartyLevel> lockLevel(String code) {
        return lock(PartyLevelEntity.class, code).map(PartyLevelEntity::level);
    }

    public Optional<OrganizationType> lockType(String code) {
        return lock(TypeEntity.class, code).map(TypeEntity::type);
    }

    public Optional<PostKind> lockPostKind(String code) {
        return lock(PostKindEntity.class, code).map(PostKindEntity::kind);
    }

    private <T> Optional<T> lock(Class<T> type, String code) {
        return Optional.ofNullable(em.find(type, code, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Stores it as new, or over what has its code. */
    public PartyLevel save(PartyLevelDraft draft) {
        PartyLevelEntity entity = of(PartyLevelEntity.class, draft.code(), new PartyLevelEntity());
        entity.set(draft);
        em.persist(entity);
        return entity.level();
    }

    /** Stores it as new, or over what has its code. */
    public OrganizationType save(OrganizationTypeDraft draft) {
        TypeEntity entity = of(TypeEntity.class, draft.code(), new TypeEntity());
        entity.set(draft);
        em.persist(entity);
        return entity.type();
    }

    /** Stores it as new, or over what has its code. */
    public PostKind save(PostKindDraft draft) {
        PostKindEntity entity = of(PostKindEntity.class, draft.code(), new PostKindEntity());
        entity.set(draft);
        em.persist(entity);
        return entity.kind();
    }

    /** @param noun {@code level}, {@code type} or {@code post-kind} */
    public void remove(String noun, String code) {
        Class<?> type = switch (noun) {
            case "level" -> PartyLevelEntity.class;
            case "type" -> TypeEntity.class;
            default -> PostKindEntity.class;
        };
        em.remove(em.find(type, code));
        em.flush();
    }

    private <T> T of(Class<T> type, String code, T otherwise) {
        return Optional.ofNullable(em.find(type, code)).orElse(otherwise);
    }
}
