package ${package}.internal;

import static ${package}.EntryPermissions.EDIT;
import static ${package}.EntryPermissions.READ;

import ${package}.Entries;
import ${package}.Entry;
import ${package}.EntryDraft;
import ${package}.EntryFilter;
import ${package}.internal.store.EntryStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.EventDraft;
import org.gridloom.platform.tx.Transactions;
import org.gridloom.platform.tx.Tx;
import org.gridloom.platform.unit.UnitDirectory;
import org.gridloom.platform.unit.UnitScope;
import org.gridloom.platform.validation.Checks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The use cases: check, change, audit and publish in one transaction. */
@Component(service = {Entries.class, DefaultEntries.class})
public final class DefaultEntries implements Entries {

    private final Transactions transactions;
    private final Access access;
    private final UnitDirectory units;
    private final Checks checks;
    private final Clock clock;
    private final EntrySettings settings;

    @Activate
    public DefaultEntries(
            @Reference(target = "(osgi.unit.name=${artifactId})") Transactions transactions,
            @Reference Access access,
            @Reference UnitDirectory units,
            @Reference Checks checks,
            @Reference Clock clock,
            @Reference EntrySettings settings) {
        this.transactions = transactions;
        this.access = access;
        this.units = units;
        this.checks = checks;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    public Page<Entry> list(EntryFilter filter, PageQuery page) {
        UnitScope scope = access.scope(READ, filter.unit());
        return transactions.read(tx -> new EntryStore(tx.em()).list(filter, scope, page));
    }

    @Override
    public Entry get(String code) {
        access.require(READ);
        return transactions.read(tx -> {
            Entry entry = new EntryStore(tx.em()).find(code).orElseThrow(DefaultEntries::missing);
            access.require(READ, entry.unit());
            return entry;
        });
    }

    @Override
    public Entry register(EntryDraft draft) {
        checks.valid(draft);
        return transactions.call(tx -> {
            check(draft);
            EntryStore store = new EntryStore(tx.em());
            if (store.find(draft.code()).isPresent()) {
                throw Problem.conflict(Text.of("编码已被使用", "The code is taken"));
            }
            Entry entry = made(draft, 1);
            store.insert(entry);
            tx.audit(AuditEntry.created("${capability}.entry.registered", subject(entry), entry.unit(), fields(entry)));
            publish(tx, "${capability}.entry.registered", entry);
            return entry;
        });
    }

    @Override
    public Entry change(String code, EntryDraft draft, long expectedVersion) {
        checks.valid(draft);
        access.require(EDIT);
        return transactions.call(tx -> {
            EntryStore store = new EntryStore(tx.em());
            Entry before = store.lock(code).orElseThrow(DefaultEntries::missing);
            access.require(EDIT, before.unit());
            check(draft);
            if (!code.equals(draft.code())) {
                throw Problem.invalid("code", Text.of("编码不能修改", "The code cannot be changed"));
            }
            if (before.version() != expectedVersion) {
                throw Problem.changed(before.version());
            }
            return update(tx, "${capability}.entry.changed", before, made(draft, before.version() + 1));
        });
    }

    /** Of a subscriber, which is no caller with a scope: the entry belongs to another unit from now on. */
    void follow(Tx tx, Entry entry, String unit) {
        update(
                tx,
                "${capability}.entry.changed",
                entry,
                new Entry(entry.code(), entry.title(), unit, entry.day(), entry.version() + 1));
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private void check(EntryDraft draft) {
        access.require(EDIT, draft.unit());
        if (units.find(draft.unit(), today()).isEmpty()) {
            throw Problem.invalid("unit", Text.of("没有这个单元", "There is no such unit"));
        }
        LocalDate latest = today().plusDays(settings.daysAhead());
        if (draft.day().isAfter(latest)) {
            throw Problem.invalid("day", Text.of("不得晚于 %s", "Must be %s or before", latest));
        }
    }

    private static Entry update(Tx tx, String action, Entry before, Entry after) {
        new EntryStore(tx.em()).update(after);
        tx.audit(AuditEntry.changed(action, subject(after), after.unit(), fields(before), fields(after), null));
        publish(tx, action, after);
        return after;
    }

    private static Entry made(EntryDraft draft, long version) {
        return new Entry(draft.code(), draft.title(), draft.unit(), draft.day(), version);
    }

    /** Events are kept for good: ids and codes only. */
    private static void publish(Tx tx, String name, Entry entry) {
        tx.publish(new EventDraft(
                name, 1, subject(entry), entry.unit(), Map.of("code", entry.code(), "unit", entry.unit())));
    }

    private static Map<String, Object> fields(Entry entry) {
        return Map.of("title", entry.title(), "unit", entry.unit(), "day", entry.day().toString());
    }

    private static String subject(Entry entry) {
        return "${capability}-entry/" + entry.code();
    }

    private static Problem missing() {
        return Problem.notFound(Text.of("没有这条记录", "There is no such entry"));
    }
}
