package org.gridloom.training.internal;

import static org.gridloom.training.TrainingPermissions.EDIT;
import static org.gridloom.training.TrainingPermissions.READ;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.EventDraft;
import org.gridloom.platform.tx.Tx;
import org.gridloom.platform.unit.UnitScope;
import org.gridloom.training.Catalogue;
import org.gridloom.training.CatalogueFilter;
import org.gridloom.training.internal.store.CatalogueEntity;
import org.gridloom.training.internal.store.CatalogueStore;

/**
 * Keeps the records of one list.
 *
 * @param <E> as they are stored
 * @param <R> as they are read
 * @param <D> as they are written
 */
abstract class DefaultCatalogue<E extends CatalogueEntity, R, D> implements Catalogue<R, D> {

    /** How a record comes out of a row: what became of it. */
    enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED
    }

    private final Desk desk;
    private final String noun;
    private final Class<E> type;
    private final Supplier<E> maker;

    DefaultCatalogue(Desk desk, String noun, Class<E> type, Supplier<E> maker) {
        this.desk = desk;
        this.noun = noun;
        this.type = type;
        this.maker = maker;
    }

    /** Of the draft. */
    abstract String code(D draft);

    /** Of the draft. */
    abstract String unit(D draft);

    /** What the draft says, all but code and version. */
    abstract void set(E entity, D draft);

    abstract R view(E entity);

    /**
     * What is wrong with the draft besides its form.
     *
     * @param list what comes along with it
     */
    abstract void check(Tx tx, D draft, Collection<D> list);

    final Desk desk() {
        return desk;
    }

    final CatalogueStore<E> store(Tx tx) {
        return new CatalogueStore<>(tx.em(), type);
    }

    @Override
    public final Page<R> list(CatalogueFilter filter, PageQuery page) {
        UnitScope scope = desk.scope(READ, filter.unit());
        return desk.transactions()
                .read(tx -> store(tx).list(scope, filter.text(), page).map(this::view));
    }

    @Override
    public final R get(String code) {
        desk.access().require(READ);
        return desk.transactions().read(tx -> {
            E found = store(tx).find(code).orElseThrow(DefaultCatalogue::missing);
            desk.access().require(READ, found.unit);
            return view(found);
        });
    }

    @Override
    public final R create(D draft) {
        desk.valid(draft);
        return desk.transactions().call(tx -> {
            checked(tx, draft, List.of());
            if (store(tx).find(code(draft)).isPresent()) {
                throw Problem.conflict(Text.of("编码已被使用", "The code is taken"));
            }
            return view(insert(tx, draft));
        });
    }

    @Override
    public final R change(String code, D draft, long expectedVersion) {
        desk.valid(draft);
        desk.access().require(EDIT);
        return desk.transactions().call(tx -> {
            E entity = store(tx).lock(code).orElseThrow(DefaultCatalogue::missing);
            desk.access().require(EDIT, entity.unit);
            if (!code.equals(code(draft))) {
                throw Problem.invalid("code", Text.of("编码不能修改", "The code cannot be changed"));
            }
            Desk.requireVersion(entity.version, expectedVersion);
            checked(tx, draft, List.of());
            update(tx, entity, draft);
            return view(entity);
        });
    }

    /** For an import. */
    final void checked(Tx tx, D draft, Collection<D> list) {
        desk.requireUnit(EDIT, unit(draft));
        check(tx, draft, list);
    }

    /** For an import, whose drafts are checked: makes the record what the draft says, or finds out what that would do. */
    final Outcome put(Tx tx, D draft, boolean write) {
        E entity = (write ? store(tx).lock(code(draft)) : store(tx).find(code(draft))).orElse(null);
        if (entity == null) {
            if (write) {
                insert(tx, draft);
            }
            return Outcome.CREATED;
        }
        desk.access().require(EDIT, entity.unit);
        if (view(entity).equals(view(revised(entity, draft)))) {
            return Outcome.UNCHANGED;
        }
        if (write) {
            update(tx, entity, draft);
        }
        return Outcome.UPDATED;
    }

    private E revised(E entity, D draft) {
        E revised = maker.get();
        revised.code = entity.code;
        revised.version = entity.version;
        set(revised, draft);
        return revised;
    }

    private E insert(Tx tx, D draft) {
        E entity = maker.get();
        entity.code = code(draft);
        entity.version = 1;
        set(entity, draft);
        tx.em().persist(entity);
        tx.audit(AuditEntry.created(action("registered"), subject(entity), entity.unit, entity.fields()));
        publish(tx, "registered", entity);
        return entity;
    }

    private void update(Tx tx, E entity, D draft) {
        Map<String, Object> before = entity.fields();
        entity.become(revised(entity, draft));
        tx.audit(AuditEntry.changed(action("changed"), subject(entity), entity.unit, before, entity.fields(), null));
        publish(tx, "changed", entity);
    }

    private void publish(Tx tx, String what, E entity) {
        tx.publish(new EventDraft(
                action(what), 1, subject(entity), entity.unit, Map.of("code", entity.code, "unit", entity.unit)));
    }

    private String action(String what) {
        return "training." + noun + "." + what;
    }

    private String subject(E entity) {
        return "training-" + noun + "/" + entity.code;
    }

    private static Problem missing() {
        return Problem.notFound(Text.of("没有这个编码的记录", "There is no record with this code"));
    }
}
