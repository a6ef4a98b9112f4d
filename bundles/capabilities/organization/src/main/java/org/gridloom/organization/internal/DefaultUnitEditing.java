package org.gridloom.organization.internal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridloom.organization.BoundaryDraft;
import org.gridloom.organization.Document;
import org.gridloom.organization.DrawnBoundary;
import org.gridloom.organization.NewUnit;
import org.gridloom.organization.TerritoryPermissions;
import org.gridloom.organization.Unit;
import org.gridloom.organization.UnitChange;
import org.gridloom.organization.UnitEditing;
import org.gridloom.organization.UnitLevel;
import org.gridloom.organization.internal.store.Boundary;
import org.gridloom.organization.internal.store.BoundaryStore;
import org.gridloom.organization.internal.store.SuccessionStore;
import org.gridloom.organization.internal.store.UnitDetails;
import org.gridloom.organization.internal.store.UnitRow;
import org.gridloom.platform.files.Sha256;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.EventDraft;
import org.gridloom.platform.tx.Transactions;
import org.gridloom.platform.tx.Tx;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.UnitScope;
import org.gridloom.platform.validation.Checks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Creates units and changes what is recorded of them. */
@Component
public final class DefaultUnitEditing implements UnitEditing {

    private final Transactions transactions;
    private final TerritoryReader reader;
    private final Access access;
    private final Checks checks;

    @Activate
    public DefaultUnitEditing(
            @Reference(target = "(osgi.unit.name=org.gridloom.organization)") Transactions transactions,
            @Reference TerritoryReader reader,
            @Reference Access access,
            @Reference Checks checks) {
        this.transactions = transactions;
        this.reader = reader;
        this.access = access;
        this.checks = checks;
    }

    @Override
    public Unit create(NewUnit unit, boolean dryRun) {
        checks.valid(unit);
        LocalDate date = reader.date("validFrom", unit.validFrom());
        return run(dryRun, tx -> {
            Territory territory = reader.in(tx);
            UnitRow row = unit.parent() == null
                    ? root(tx, territory, unit, date, dryRun)
                    : child(territory, unit, date, dryRun);
            Document document = reader.cited(tx, unit.document());
            if (!dryRun) {
                territory.store().insert(row, id(document));
                Map<String, Object> is = fields(row.details(), date);
                cite(document, is);
                tx.audit(AuditEntry.created("organization.unit.created", subject(row), row.code(), is));
                tx.publish(created(List.of(row.code())));
            }
            return territory.unit(row, date);
        });
    }

    private static Long id(Document document) {
        return document == null ? null : Long.valueOf(document.id());
    }

    private static void cite(Document document, Map<String, Object> fields) {
        if (document != null) {
            fields.put("document", document.number());
        }
    }

    private <T> T run(boolean dryRun, Transactions.Work<T> work) {
        return dryRun ? transactions.read(work) : transactions.call(work);
    }

    /** The event that units came into being, created one by one or imported many at once. */
    static EventDraft created(List<String> codes) {
        return new EventDraft(
                "organization.unit.created", 1, "unit/" + codes.get(0), codes.get(0), Map.of("codes", codes));
    }

    private UnitRow root(Tx tx, Territory territory, NewUnit unit, LocalDate date, boolean dryRun) {
        access.requireEverywhere(TerritoryPermissions.UNIT_EDIT);
        if (!dryRun) {
            new SuccessionStore(tx).lock();
        }
        UnitLevel level = territory.layout().root();
        if (!territory.store().codes(UnitScope.everywhere(), level.code()).isEmpty()) {
            throw Problem.conflict(Text.of("本系统已有区级单元", "The district has its root unit already"));
        }
        if (unit.code() == null || unit.code().length() != level.codeLength()) {
            throw Problem.invalid("code", Text.of("应为 %d 位数字", "Must have %d digits", level.codeLength()));
        }
        if (territory.layout().levelOf(unit.code()).isEmpty()) {
            throw Problem.invalid(
                    "code", Text.of("最高层级的编码为 %s", "The code of the highest level is %s", CodeRange.WHOLE));
        }
        return UnitRow.created(unit.code(), level.code(), null, date, details(unit));
    }

    private UnitRow child(Territory territory, NewUnit unit, LocalDate date, boolean dryRun) {
        UnitRow parent = reader.unit(territory, unit.parent(), date, TerritoryPermissions.UNIT_EDIT);
        UnitLevel level = territory
                .layout()
                .below(territory.level(parent))
                .orElseThrow(() ->
                        Problem.invalid("parent", Text.of("该单元已是最末层级", "Nothing lies below units of this level")));
        UnitRow now = dryRun ? parent : territory.store().lock(parent.code());
        if (now.validTo() != null) {
            throw Problem.conflict(Text.of(
                    "上级单元 %s 于 %s 终止,不能新设下级",
                    "The parent %s ends on %s: nothing can be created below it", unit.parent(), now.validTo()));
        }
        Codes codes = Codes.below(territory, parent, level, date);
        String kind = codes.kind(unit.kind(), unit.code());
        return UnitRow.created(codes.take("code", unit.code(), kind), level.code(), kind, date, details(unit));
    }

    private static UnitDetails details(NewUnit unit) {
        return new UnitDetails(
                unit.name().strip(),
                unit.households(),
                unit.residents(),
                text(unit.extent(), null),
                text(unit.note(), null));
    }

    @Override
    public Unit change(String code, UnitChange change, long expectedVersion, boolean dryRun) {
        checks.valid(change);
        LocalDate date = reader.date("date", change.date());
        return run(dryRun, tx -> {
            Territory territory = reader.in(tx);
            UnitRow row = held(territory, code, date, expectedVersion, dryRun);
            LocalDate last = territory.store().lastChange(row.code());
            if (date.isBefore(last)) {
                throw tooEarly("date", last);
            }
            Document document = reader.cited(tx, change.document());
            UnitDetails before = row.details();
            UnitDetails after = changed(before, change);
            if (after.equals(before)) {
                return territory.unit(row, date);
            }
            if (dryRun) {
                return territory.unit(row.with(after), date);
            }
            territory.store().change(row.code(), date, after, id(document));
            territory.store().touch(row.code());
            Difference difference = Difference.of(fields(before, last), fields(after, date));
            List<String> changed = List.copyOf(difference.after().keySet());
            cite(document, difference.after());
            tx.audit(AuditEntry.changed(
                    "organization.unit.changed",
                    subject(row),
                    row.code(),
                    difference.before(),
                    difference.after(),
                    change.reason()));
            tx.publish(new EventDraft(
                    "organization.unit.changed",
                    1,
                    subject(row),
                    row.code(),
                    Map.of("code", code, "date", date.toString(), "fields", changed)));
            return territory.unit(row.with(after).touched(), date);
        });
    }

    /** The unit's row if it is as the caller read it; for good it is locked, and has its latest details. */
    private UnitRow held(Territory territory, String code, LocalDate date, long expectedVersion, boolean dryRun) {
        UnitRow found = reader.unit(territory, code, date, TerritoryPermissions.UNIT_EDIT);
        UnitRow row = dryRun ? found : territory.store().lock(found.code());
        if (row.version() != expectedVersion) {
            throw Problem.changed(row.version());
        }
        return row;
    }

    static Problem tooEarly(String field, LocalDate earliest) {
        return new Problem(
                Problem.Kind.CONFLICT,
                Text.of("此后另有变更,日期不得早于 %s", "There is a later change: the date may not be before %s", earliest),
                List.of(Violation.of(field, Text.of("不得早于 %s", "Not before %s", earliest))));
    }

    private static UnitDetails changed(UnitDetails before, UnitChange change) {
        return new UnitDetails(
                change.name() == null ? before.name() : change.name().strip(),
                Optional.ofNullable(change.households()).orElse(before.households()),
                Optional.ofNullable(change.residents()).orElse(before.residents()),
                text(change.extent(), before.extent()),
                text(change.note(), before.note()));
    }

    private static String text(String given, String otherwise) {
        if (given == null) {
            return otherwise;
        }
        return given.isBlank() ? null : given.strip();
    }

    @Override
    public DrawnBoundary draw(String code, BoundaryDraft draft, long expectedVersion) {
        checks.valid(draft);
        LocalDate date = reader.date("date", draft.date());
        Boundary boundary = new Boundary(date, BoundaryReader.checked(draft.geoJson()), text(draft.source(), null));
        return transactions.call(tx -> {
            Territory territory = reader.in(tx);
            UnitRow row = held(territory, code, date, expectedVersion, false);
            BoundaryStore store = new BoundaryStore(tx.em());
            Boundary former = store.latest(Set.of(row.code())).get(row.code());
            if (former != null && date.isBefore(former.validFrom())) {
                throw tooEarly("date", former.validFrom());
            }
            store.draw(Map.of(row.code(), boundary));
            long version = territory.store().touch(row.code());
            tx.audit(drawn(row.code(), former, boundary));
            tx.publish(drawn(row.code(), List.of(code), date));
            Map<String, Text> warnings = new Fitting(territory, store, date).warnings(Map.of(code, boundary.geoJson()));
            return new DrawnBoundary(code, date, boundary.source(), version, List.copyOf(warnings.values()));
        });
    }

    /** The entry that a unit has another boundary. An outline may be long: it is told by its digest. */
    static AuditEntry drawn(String unit, Boundary former, Boundary boundary) {
        Difference difference = Difference.of(former == null ? Map.of() : fields(former), fields(boundary));
        return AuditEntry.changed(
                "organization.unit.drawn", "unit/" + unit, unit, difference.before(), difference.after(), null);
    }

    private static Map<String, Object> fields(Boundary boundary) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("validFrom", boundary.validFrom().toString());
        fields.put("source", boundary.source());
        fields.put("characters", boundary.geoJson().length());
        fields.put("sha256", Sha256.of(boundary.geoJson()));
        return fields;
    }

    /** The event that units have another boundary from a day on, drawn one by one or imported many at once. */
    static EventDraft drawn(String unit, List<String> codes, LocalDate date) {
        return new EventDraft(
                "organization.unit.drawn", 1, "unit/" + unit, unit, Map.of("codes", codes, "date", date.toString()));
    }

    static String subject(UnitRow row) {
        return "unit/" + row.code();
    }

    static Map<String, Object> fields(UnitDetails details, LocalDate date) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", details.name());
        fields.put("households", details.households());
        fields.put("residents", details.residents());
        fields.put("extent", details.extent());
        fields.put("note", details.note());
        fields.put("validFrom", date.toString());
        return fields;
    }
}
