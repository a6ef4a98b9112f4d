package org.gridloom.training.internal.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.tx.Conditions;
import org.gridloom.platform.tx.Listing;
import org.gridloom.platform.tx.Parts;
import org.gridloom.platform.unit.UnitScope;
import org.gridloom.training.CatalogueEntry;
import org.gridloom.training.CatalogueRecord;
import org.gridloom.training.Programme;
import org.gridloom.training.ProgrammeDraft;
import org.gridloom.training.Studio;
import org.gridloom.training.StudioDraft;
import org.gridloom.training.Trainer;
import org.gridloom.training.TrainerDraft;

/** Programmes, studios or trainers in the database. */
public final class CatalogueStore<R extends CatalogueRecord, D extends CatalogueEntry> {

    private static final Map<String, String> COLUMNS = Map.of("code", "e.code", "name", "e.name");

    private final EntityManager em;
    private final Class<? extends CatalogueEntity<R, D>> type;
    private final Supplier<? extends CatalogueEntity<R, D>> maker;

    private CatalogueStore(
            EntityManager em,
            Class<? extends CatalogueEntity<R, D>> type,
            Supplier<? extends CatalogueEntity<R, D>> maker) {
        this.em = em;
        this.type = type;
        this.maker = maker;
    }

    public static CatalogueStore<Programme, ProgrammeDraft> programmes(EntityManager em) {
        return new CatalogueStore<>(em, ProgrammeEntity.class, ProgrammeEntity::new);
    }

    public static CatalogueStore<Studio, StudioDraft> studios(EntityManager em) {
        return new CatalogueStore<>(em, StudioEntity.class, StudioEntity::new);
    }

    public static CatalogueStore<Trainer, TrainerDraft> trainers(EntityManager em) {
        return new CatalogueStore<>(em, TrainerEntity.class, TrainerEntity::new);
    }

    public Page<R> list(UnitScope scope, String text, PageQuery page) {
        return page(type, new Conditions().within("e.unit", scope).named("e.name", "e.code", text), page);
    }

    private <E extends CatalogueEntity<R, D>> Page<R> page(Class<E> entity, Conditions where, PageQuery page) {
        return Listing.of(entity, COLUMNS, "e.code", "e.code")
                .page(em, where, page)
                .map(CatalogueEntity::view);
    }

    public Optional<R> find(String code) {
        return Optional.ofNullable(em.find(type, code)).map(CatalogueEntity::view);
    }

    /** What those are called that there are, by code. */
    public Map<String, String> names(Collection<String> codes) {
        Map<String, String> names = new HashMap<>();
        for (List<String> some : Parts.of(codes)) {
            Conditions where = new Conditions().isOneOf("e.code", some);
            where.on(em.createQuery("select e from " + type.getSimpleName() + " e" + where, type))
                    .getResultList()
                    .forEach(entity -> names.put(entity.code, entity.name));
        }
        return names;
    }

    /** Locked until the end of the transaction, also what this transaction made itself. */
    public Optional<R> lock(String code) {
        em.flush();
        return Optional.ofNullable(em.find(type, code, LockModeType.PESSIMISTIC_WRITE))
                .map(CatalogueEntity::view);
    }

    public R insert(D draft) {
        CatalogueEntity<R, D> entity = made(draft);
        em.persist(entity);
        return entity.view();
    }

    public R update(D draft) {
        CatalogueEntity<R, D> entity = em.find(type, draft.code());
        entity.set(draft);
        return entity.view();
    }

    /** Whether the record is what the draft says. */
    public boolean says(R record, D draft) {
        CatalogueEntity<R, D> revised = made(draft);
        revised.version = record.version();
        return revised.view().equals(record);
    }

    private CatalogueEntity<R, D> made(D draft) {
        CatalogueEntity<R, D> entity = maker.get();
        entity.code = draft.code();
        entity.set(draft);
        return entity;
    }
}
