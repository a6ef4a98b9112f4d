package org.gridloom.training.internal;

import static org.gridloom.training.TrainingPermissions.EDIT;
import static org.gridloom.training.TrainingPermissions.READ;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.EventDraft;
import org.gridloom.platform.tx.Tx;
import org.gridloom.platform.unit.UnitScope;
import org.gridloom.training.Catalogue;
import org.gridloom.training.CatalogueEntry;
import org.gridloom.training.CatalogueFilter;
import org.gridloom.training.CatalogueRecord;
import org.gridloom.training.internal.store.CatalogueStore;

/**
 * Keeps the records of one list.
 *
 * @param <R> as they are read
 * @param <D> as they are written
 */
abstract class DefaultCatalogue<R extends CatalogueRecord, D extends CatalogueEntry> implements Catalogue<R, D> {

    /** How a record comes out of a row: what became of it. */
    enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED
    }

    private final Desk desk;
    private final String noun;
    private final Function<Tx, CatalogueStore<R, D>> stores;

    DefaultCatalogue(Desk desk, String noun, Function<Tx, CatalogueStore<R, D>> stores) {
        this.desk = desk;
        this.noun = noun;
        this.stores = stores;
    }

    /** What audit entries say of a record; no names of people. */
    abstract Map<String, Object> fields(R record);

    /**
     * What is wrong with the draft besides its form.
     *
     * @param list what comes along with it
     */
    void check(Tx tx, D draft, Collection<D> list) {}

    final Desk desk() {
        return desk;
    }

    final CatalogueStore<R, D> store(Tx tx) {
        return stores.apply(tx);
    }

    @Override
    public final Page<R> list(CatalogueFilter filter, PageQuery page) {
        UnitScope scope = desk.scope(READ, filter.unit());
        return desk.transactions().read(tx -> store(tx).list(scope, filter.text(), page));
    }

    @Override
    public final R get(String code) {
        desk.access().require(READ);
        return desk.transactions().read(tx -> {
            R found = store(tx).find(code).orElseThrow(DefaultCatalogue::missing);
            desk.access().require(READ, found.unit());
            return found;
        });
    }

    @Override
    public final R create(D draft) {
        desk.valid(draft);
        return desk.transactions().call(tx -> {
            checked(tx, draft, List.of());
            if (store(tx).find(draft.code()).isPresent()) {
                throw Problem.conflict(Text.of("编码已被使用", "The code is taken"));
            }
            return insert(tx, draft);
        });
    }

    @Override
    public final R change(String code, D draft, long expectedVersion) {
        desk.valid(draft);
        desk.access().require(EDIT);
        return desk.transactions().call(tx -> {
            R before = store(tx).lock(code).orElseThrow(DefaultCatalogue::missing);
            desk.access().require(EDIT, before.unit());
            if (!code.equals(draft.code())) {
                throw Problem.invalid("code", Text.of("编码不能修改", "The code cannot be changed"));
            }
            Desk.requireVersion(before.version(), expectedVersion);
            checked(tx, draft, List.of());
            return update(tx, before, draft);
        });
    }

    /** For an import. */
    final void checked(Tx tx, D draft, Collection<D> list) {
        desk.requireUnit(EDIT, draft.unit());
        check(tx, draft, list);
    }

    /** For an import, whose drafts are checked: makes the record what the draft says, or finds out what that would do. */
    final Outcome put(Tx tx, D draft, boolean write) {
        CatalogueStore<R, D> store = store(tx);
        R before = (write ? store.lock(draft.code()) : store.find(draft.code())).orElse(null);
        if (before == null) {
            if (write) {
                insert(tx, draft);
            }
            return Outcome.CREATED;
        }
        desk.access().require(EDIT, before.unit());
        if (store.says(before, draft)) {
            return Outcome.UNCHANGED;
        }
        if (write) {
            update(tx, before, draft);
        }
        return Outcome.UPDATED;
    }

    private R insert(Tx tx, D draft) {
        R made = store(tx).insert(draft);
        tx.audit(AuditEntry.created(action("registered"), subject(made), made.unit(), fields(made)));
        publish(tx, "registered", made);
        return made;
    }

    private R update(Tx tx, R before, D draft) {
        R after = store(tx).update(draft);
        tx.audit(AuditEntry.changed(
                action("changed"), subject(after), after.unit(), fields(before), fields(after), null));
        publish(tx, "changed", after);
        return after;
    }

    private void publish(Tx tx, String what, R record) {
        tx.publish(new EventDraft(
                action(what), 1, subject(record), record.unit(), Map.of("code", record.code(), "unit", record.unit())));
    }

    private String action(String what) {
        return "training." + noun + "." + what;
    }

    private String subject(R record) {
        return "training-" + noun + "/" + record.code();
    }

    private static Problem missing() {
        return Problem.notFound(Text.of("没有这个编码的记录", "There is no record with this code"));
    }
}
