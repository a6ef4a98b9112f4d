package org.gridloom.organization.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gridloom.organization.BoundaryFilter;
import org.gridloom.organization.TerritoryPermissions;
import org.gridloom.organization.Unit;
import org.gridloom.organization.UnitBoundaries;
import org.gridloom.organization.UnitBoundary;
import org.gridloom.organization.UnitFilter;
import org.gridloom.organization.UnitLevel;
import org.gridloom.organization.UnitNode;
import org.gridloom.organization.UnitPeriod;
import org.gridloom.organization.UnitSuccession;
import org.gridloom.organization.Units;
import org.gridloom.organization.internal.domain.Succession;
import org.gridloom.organization.internal.store.BoundaryStore;
import org.gridloom.organization.internal.store.DatedDetails;
import org.gridloom.organization.internal.store.DocumentStore;
import org.gridloom.organization.internal.store.UnitDetails;
import org.gridloom.organization.internal.store.UnitQuery;
import org.gridloom.organization.internal.store.UnitRow;
import org.gridloom.organization.internal.store.UnitStore;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Transactions;
import org.gridloom.platform.unit.UnitScope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads the territory. */
@Component
public final class DefaultUnits implements Units {

    private static final int MAX_TREE = 10_000;
    private static final int MAX_TEXT = 100;
    /** Of what a search finds; more than anybody leafs through. */
    private static final int MAX_COUNTED = 200;

    private final Transactions transactions;
    private final TerritoryReader reader;
    private final CodeLayouts layouts;
    private final Access access;

    @Activate
    public DefaultUnits(
            @Reference(target = "(osgi.unit.name=org.gridloom.organization)") Transactions transactions,
            @Reference TerritoryReader reader,
            @Reference CodeLayouts layouts,
            @Reference Access access) {
        this.transactions = transactions;
        this.reader = reader;
        this.layouts = layouts;
        this.access = access;
    }

    @Override
    public List<UnitLevel> levels() {
        access.require(TerritoryPermissions.UNIT_READ);
        return layouts.current().levels();
    }

    @Override
    public Unit get(String code, LocalDate asOf) {
        LocalDate date = reader.date("asOf", asOf);
        return transactions.read(tx -> {
            Territory territory = reader.in(tx);
            return territory.unit(unit(territory, code, date), date);
        });
    }

    private UnitRow unit(Territory territory, String code, LocalDate date) {
        return reader.unit(territory, code, date, TerritoryPermissions.UNIT_READ);
    }

    @Override
    public Optional<Unit> successor(String code, LocalDate asOf) {
        LocalDate date = reader.date("asOf", asOf);
        return transactions.read(tx -> {
            Territory territory = reader.in(tx);
            Set<String> successors = territory.successors(code, date);
            return successors.size() == 1
                    ? Optional.of(
                            territory.unit(unit(territory, successors.iterator().next(), date), date))
                    : Optional.empty();
        });
    }

    @Override
    public Page<Unit> list(UnitFilter filter, PageQuery page) {
        access.require(TerritoryPermissions.UNIT_READ);
        LocalDate date = reader.date("asOf", filter.asOf());
        return transactions.read(tx -> {
            Territory territory = reader.in(tx);
            UnitQuery query = query(territory, filter, date);
            Page<Unit> found = page(territory.store(), query, page).map(row -> territory.unit(row, date));
            return filter.text() == null ? found : placed(territory, found, date);
        });
    }

    /** What bears the same name in many places is told apart by where it lies. */
    private Page<Unit> placed(Territory territory, Page<Unit> found, LocalDate date) {
        Set<String> codes = new TreeSet<>();
        found.items().forEach(unit -> codes.addAll(above(territory, unit)));
        Map<String, UnitRow> rows = territory.findAll(codes, date);
        UnitScope readable = access.scope(TerritoryPermissions.UNIT_READ);
        rows.values().removeIf(row -> !readable.contains(row.code()));
        return found.map(unit -> unit.within(above(territory, unit).stream()
                .filter(rows::containsKey)
                .map(code -> rows.get(code).details().name())
                .toList()));
    }

    /** Codes of the units above, from below the root down. */
    private static List<String> above(Territory territory, Unit unit) {
        return territory.layout().ancestorsOf(unit.code()).stream().skip(1).toList();
    }

    private static Page<UnitRow> page(UnitStore store, UnitQuery query, PageQuery page) {
        List<UnitRow> rows = store.page(query, page.sort(), page.offset(), page.size());
        if (!query.isNamed() || page.endsWith(rows.size())) {
            return Page.of(rows, page, () -> store.count(query));
        }
        int most = Math.max(MAX_COUNTED, page.offset() + rows.size() + 1);
        int found = store.count(query, most);
        return found < most ? Page.of(rows, page, found) : Page.atLeast(rows, page, found);
    }

    private UnitQuery query(Territory territory, UnitFilter filter, LocalDate date) {
        UnitQuery query = UnitQuery.validOn(date);
        if (filter.under() == null && filter.parent() == null) {
            query.in(access.scope(TerritoryPermissions.UNIT_READ));
        }
        if (filter.under() != null) {
            unit(territory, filter.under(), date);
            query.in(territory.succession().scope(filter.under(), date));
        }
        if (filter.parent() != null) {
            UnitLevel level = territory.level(unit(territory, filter.parent(), date));
            query.in(territory.succession().scope(filter.parent(), date))
                    .levels(territory.layout().below(level).stream()
                            .map(UnitLevel::code)
                            .toList());
        }
        if (filter.level() != null) {
            query.level(known("level", filter.level(), levelCodes()));
        }
        if (filter.kind() != null) {
            query.kind(known("kind", filter.kind(), kindCodes()));
        }
        if (filter.text() != null) {
            search(territory, query, filter.text().strip(), date);
        }
        return query;
    }

    private static void search(Territory territory, UnitQuery query, String text, LocalDate date) {
        int length = text.codePointCount(0, text.length());
        if (length < 2 || length > MAX_TEXT) {
            throw Problem.invalid("q", Text.of("请输入 2 至 %d 个字", "Must have 2 to %d characters", MAX_TEXT));
        }
        if (text.matches("[0-9]+")) {
            query.in(territory.succession().scope(text, date));
        } else {
            query.named(text);
        }
    }

    private List<String> levelCodes() {
        return layouts.current().levels().stream().map(UnitLevel::code).toList();
    }

    private List<String> kindCodes() {
        return layouts.current().levels().stream()
                .flatMap(level -> level.kinds().stream())
                .map(kind -> kind.code())
                .toList();
    }

    private static String known(String field, String value, List<String> allowed) {
        if (!allowed.contains(value)) {
            throw Problem.invalid(field, Text.of("应为以下之一:%s", "Must be one of %s", String.join(", ", allowed)));
        }
        return value;
    }

    @Override
    public UnitNode tree(String code, int depth, LocalDate asOf) {
        LocalDate date = reader.date("asOf", asOf);
        int deepest = layouts.current().levels().size();
        if (depth < 0 || depth > deepest) {
            throw Problem.invalid("depth", Text.of("应为 0 至 %d", "Must be 0 to %d", deepest));
        }
        return transactions.read(tx -> {
            Territory territory = reader.in(tx);
            UnitRow top = unit(territory, code, date);
            return new UnitTree(territory, date, MAX_TREE).below(top, code, depth);
        });
    }

    @Override
    public List<Unit> ancestors(String code, LocalDate asOf) {
        LocalDate date = reader.date("asOf", asOf);
        return transactions.read(tx -> {
            Territory territory = reader.in(tx);
            // Asked for together with the unit, as its code says which they are.
            List<String> codes = territory.layout().levelOf(code).isEmpty()
                    ? List.of()
                    : Stream.concat(Stream.of(code), territory.layout().ancestorsOf(code).stream())
                            .toList();
            Map<String, UnitRow> above = territory.findAll(codes, date);
            UnitRow own = above.remove(code);
            if (own == null) {
                unit(territory, code, date);
            } else {
                access.require(TerritoryPermissions.UNIT_READ, own.code());
            }
            return above.values().stream()
                    .filter(row -> access.may(TerritoryPermissions.UNIT_READ, row.code()))
                    .map(row -> territory.unit(row, date))
                    .sorted(Comparator.comparing(Unit::code))
                    .toList();
        });
    }

    @Override
    public List<UnitPeriod> history(String code) {
        return transactions.read(tx -> {
            Territory territory = reader.in(tx);
            UnitRow row = bearer(territory, code);
            List<DatedDetails> details = territory.store().history(row.code());
            DocumentStore documents = new DocumentStore(tx.em());
            List<Territory.Borne> codes = territory.codes(row);
            List<UnitPeriod> periods = new ArrayList<>();
            for (LocalDate from : firstDays(row, codes, details)) {
                String borne = codes.stream()
                        .filter(each -> !each.from().isAfter(from))
                        .reduce((a, b) -> b)
                        .orElseThrow()
                        .code();
                DatedDetails recorded = details.stream()
                        .filter(each -> !each.from().isAfter(from))
                        .reduce((a, b) -> b)
                        .orElseThrow();
                UnitDetails then = recorded.details();
                periods.add(new UnitPeriod(
                        from,
                        row.validTo(),
                        borne,
                        then.name(),
                        then.households(),
                        then.residents(),
                        then.extent(),
                        then.note(),
                        recorded.from().equals(from) ? documents.number(recorded.document()) : null));
            }
            return ended(periods);
        });
    }

    private static Set<LocalDate> firstDays(UnitRow row, List<Territory.Borne> codes, List<DatedDetails> details) {
        Set<LocalDate> days = new TreeSet<>(Set.of(row.validFrom()));
        codes.forEach(borne -> days.add(borne.from()));
        details.stream().map(DatedDetails::from).filter(row::validOn).forEach(days::add);
        return days;
    }

    /** Each period ends where the next begins. */
    private static List<UnitPeriod> ended(List<UnitPeriod> periods) {
        List<UnitPeriod> ended = new ArrayList<>();
        for (int i = 0; i < periods.size(); i++) {
            UnitPeriod period = periods.get(i);
            LocalDate to = i + 1 < periods.size() ? periods.get(i + 1).from() : period.to();
            ended.add(new UnitPeriod(
                    period.from(),
                    to,
                    period.code(),
                    period.name(),
                    period.households(),
                    period.residents(),
                    period.extent(),
                    period.note(),
                    period.document()));
        }
        return ended;
    }

    @Override
    public List<UnitSuccession> succession(String code) {
        return transactions.read(tx -> {
            Territory territory = reader.in(tx);
            UnitRow row = bearer(territory, code);
            List<Territory.Borne> codes = territory.codes(row);
            DocumentStore documents = new DocumentStore(tx.em());
            Set<UnitSuccession> entries = new LinkedHashSet<>();
            for (Territory.Borne borne : codes) {
                for (Succession.Step step : territory.succession().kin(borne.code())) {
                    entries.add(new UnitSuccession(
                            step.date(), step.kind(), step.from(), step.to(), documents.number(step.document())));
                }
            }
            territory.succession().passages(row.code()).stream()
                    .filter(passage -> row.validTo() == null || passage.date().isBefore(row.validTo()))
                    .map(passage -> new UnitSuccession(
                            passage.date(),
                            passage.kind(),
                            passage.from(),
                            passage.to(),
                            documents.number(passage.document())))
                    .forEach(entries::add);
            String last = codes.get(codes.size() - 1).code();
            if (row.validTo() != null && entries.stream().noneMatch(entry -> isEnd(entry, last))) {
                String document = documents.number(territory.store().endDocument(row.code()));
                entries.add(new UnitSuccession(row.validTo(), UnitSuccession.Kind.CLOSE, last, null, document));
            }
            return entries.stream()
                    .sorted(Comparator.comparing(UnitSuccession::date))
                    .toList();
        });
    }

    private static boolean isEnd(UnitSuccession entry, String code) {
        return entry.kind() != UnitSuccession.Kind.MOVE && entry.from().equals(code);
    }

    private UnitRow bearer(Territory territory, String code) {
        Optional<UnitRow> bearer = territory.bearer(code);
        access.require(TerritoryPermissions.UNIT_READ, bearer.map(UnitRow::code).orElse(code));
        return bearer.orElseThrow(() -> Problem.notFound(Text.of("没有这个编码的单元", "No unit ever bore this code")));
    }

    @Override
    public Optional<UnitBoundary> boundary(String code, LocalDate asOf) {
        LocalDate date = reader.date("asOf", asOf);
        return transactions.read(tx -> {
            Territory territory = reader.in(tx);
            UnitRow row = unit(territory, code, date);
            return new BoundaryStore(tx.em())
                    .find(row.code(), date)
                    .map(found ->
                            new UnitBoundary(code, found.validFrom(), found.geoJson(), found.source(), row.version()));
        });
    }

    @Override
    public UnitBoundaries boundaries(BoundaryFilter filter) {
        LocalDate date = reader.date("asOf", filter.asOf());
        return transactions.read(tx -> {
            Territory territory = reader.in(tx);
            UnitRow top = filter.under() == null ? root(territory, date) : unit(territory, filter.under(), date);
            List<String> levels = new ArrayList<>();
            if (filter.level() != null) {
                levels.add(known("level", filter.level(), levelCodes()));
            } else {
                territory
                        .layout()
                        .below(territory.level(top))
                        .map(UnitLevel::code)
                        .ifPresent(levels::add);
            }
            if (filter.self()) {
                levels.add(top.level());
            }
            UnitScope scope = territory.succession().scope(territory.code(top, date), date);
            String revision = date + "." + territory.store().revision(scope, levels);
            return new StoredBoundaries(transactions, reader, scope, levels, date, revision);
        });
    }

    private UnitRow root(Territory territory, LocalDate date) {
        String root = territory.layout().root().code();
        UnitRow found = territory.store().all(UnitQuery.validOn(date).level(root)).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound(Text.of("尚无任何单元", "There is no unit yet")));
        access.require(TerritoryPermissions.UNIT_READ, found.code());
        return found;
    }
}
