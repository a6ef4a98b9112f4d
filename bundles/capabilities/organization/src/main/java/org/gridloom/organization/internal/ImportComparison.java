package org.gridloom.organization.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gridloom.organization.internal.store.ImportRow;
import org.gridloom.organization.internal.store.UnitDetails;
import org.gridloom.organization.internal.store.UnitImportStore;
import org.gridloom.organization.internal.store.UnitImportStore.Outcome;
import org.gridloom.organization.internal.store.UnitQuery;
import org.gridloom.organization.internal.store.UnitRow;
import org.gridloom.platform.sheet.SheetRows;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.unit.UnitScope;

/** Compares rows with the district and with each other, a batch at a time, and decides what is to be done with each but create it. */
final class ImportComparison {

    private final Territory territory;
    private final UnitImportStore store;
    private final SheetRows faults;
    private final LocalDate today;
    private final UnitScope allowed;
    private final boolean everywhere;
    private final Optional<UnitRow> root;
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);

    ImportComparison(
            Territory territory,
            UnitImportStore store,
            SheetRows faults,
            LocalDate today,
            UnitScope allowed,
            boolean everywhere) {
        this.territory = territory;
        this.store = store;
        this.faults = faults;
        this.today = today;
        this.allowed = allowed;
        this.everywhere = everywhere;
        root = territory
                .store()
                .all(UnitQuery.validOn(today).level(territory.layout().root().code()))
                .stream()
                .findFirst();
    }

    int changed() {
        return counts.getOrDefault(Outcome.CHANGE, 0);
    }

    int unchanged() {
        return counts.getOrDefault(Outcome.NONE, 0);
    }

    void decide(List<ImportRow> rows) {
        Batch batch = new Batch(rows);
        Map<Outcome, List<Integer>> decided = new EnumMap<>(Outcome.class);
        for (ImportRow row : rows) {
            batch.outcome(row).filter(outcome -> outcome != Outcome.CREATE).ifPresent(outcome -> {
                decided.computeIfAbsent(outcome, each -> new ArrayList<>()).add(row.row());
                counts.merge(outcome, 1, Integer::sum);
            });
        }
        decided.forEach((outcome, numbers) -> store.decide(numbers, outcome));
    }

    /** What the database holds of everything that some rows speak of, fetched at once. */
    private final class Batch {

        private final Map<String, UnitRow> existing;
        private final Map<String, UnitRow> stored;
        private final Map<String, ImportRow> parentRows;
        private final Set<String> storedParents;
        private final Map<LocalDate, Map<String, UnitRow>> parents = new HashMap<>();

        Batch(List<ImportRow> rows) {
            Set<String> codes = rows.stream().map(ImportRow::code).collect(Collectors.toCollection(TreeSet::new));
            existing = territory.findAll(codes, today);
            stored = territory.store().stored(codes).stream().collect(Collectors.toMap(UnitRow::code, unit -> unit));
            Set<String> above = rows.stream()
                    .map(ImportRow::parent)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toCollection(TreeSet::new));
            parentRows = store.byCode(above);
            storedParents =
                    territory.store().stored(above).stream().map(UnitRow::code).collect(Collectors.toSet());
            rows.stream()
                    .collect(Collectors.groupingBy(
                            ImportComparison.this::from, Collectors.mapping(ImportRow::parent, Collectors.toList())))
                    .forEach((date, some) -> parents.put(
                            date,
                            territory.findAll(
                                    some.stream().filter(Objects::nonNull).toList(), date)));
        }

        Optional<Outcome> outcome(ImportRow row) {
            UnitRow unit = existing.getOrDefault(row.code(), stored.get(row.code()));
            if (unit != null) {
                return compared(row, unit);
            }
            if (territory.succession().names(row.code()) || isTakenLater(row.code())) {
                return refused(row, "code", used(row));
            }
            return row.parent() == null ? root(row) : below(row);
        }

        private Optional<Outcome> compared(ImportRow row, UnitRow unit) {
            if (!allowed.contains(unit.code())) {
                return refused(row, "code", outside());
            }
            LocalDate day = unit.validFrom().isAfter(today) ? unit.validFrom() : today;
            if (!territory.code(unit, day).equals(row.code()) || !unit.validOn(day)) {
                return refused(row, "code", used(row));
            }
            if (!unit.details().name().equals(row.details().name())) {
                return refused(
                        row,
                        "code",
                        Text.of(
                                "编码 %s 已属于另一名称的单元「%s」",
                                "The code %s belongs to a unit of another name, %s",
                                row.code(),
                                unit.details().name()));
            }
            UnitDetails after = ImportWriting.combined(unit.details(), row.details());
            if (after.equals(unit.details())) {
                return Optional.of(Outcome.NONE);
            }
            LocalDate last = territory.store().lastChange(unit.code());
            return last.isAfter(today)
                    ? refused(row, "code", Text.of("该单元另有自 %s 起的变更", "The unit changes again on %s", last))
                    : Optional.of(Outcome.CHANGE);
        }

        private Optional<Outcome> root(ImportRow row) {
            if (root.isPresent()) {
                return refused(
                        row,
                        "code",
                        Text.of(
                                "本系统已有区级单元 %s",
                                "The district has its root unit already, %s",
                                root.get().code()));
            }
            return everywhere ? Optional.of(Outcome.CREATE) : refused(row, "code", outside());
        }

        private Optional<Outcome> below(ImportRow row) {
            LocalDate from = from(row);
            UnitRow parent = parents.get(from).get(row.parent());
            if (parent != null) {
                return belowUnit(row, parent);
            }
            ImportRow parentRow = parentRows.get(row.parent());
            if (parentRow == null || storedParents.contains(row.parent())) {
                return missing(row, from);
            }
            return from.isBefore(from(parentRow))
                    ? refused(row, "validFrom", early(from(parentRow)))
                    : Optional.of(Outcome.CREATE);
        }

        private Optional<Outcome> belowUnit(ImportRow row, UnitRow parent) {
            if (!allowed.contains(parent.code())) {
                return refused(row, "parent", outside());
            }
            if (parent.validTo() != null) {
                return refused(row, "parent", Text.of("上级单元于 %s 终止", "The parent ends on %s", parent.validTo()));
            }
            return Optional.of(Outcome.CREATE);
        }

        /** Says why no unit bears the parent's code on the day. */
        private Optional<Outcome> missing(ImportRow row, LocalDate from) {
            Optional<UnitRow> bearer = territory.bearer(row.parent());
            if (bearer.isEmpty()) {
                return refused(
                        row,
                        "parent",
                        Text.of(
                                "上级编码 %s 既不在系统中,也不在文件中",
                                "No unit with the code %s is in the district or in the file", row.parent()));
            }
            if (!allowed.contains(bearer.get().code())) {
                return refused(row, "parent", outside());
            }
            LocalDate start = territory.codes(bearer.get()).stream()
                    .filter(borne -> borne.code().equals(row.parent()))
                    .findFirst()
                    .orElseThrow()
                    .from();
            return start.isAfter(from)
                    ? refused(row, "validFrom", early(start))
                    : refused(
                            row,
                            "parent",
                            Text.of("上级编码 %s 已停用", "The parent's code %s is no longer in use", row.parent()));
        }

        private Optional<Outcome> refused(ImportRow row, String field, Text message) {
            faults.fault(row.row(), field, message);
            return Optional.empty();
        }
    }

    private LocalDate from(ImportRow row) {
        return row.validFrom() == null ? today : row.validFrom();
    }

    /** Whether a change that lies ahead will bring a unit to where the code will be. */
    private boolean isTakenLater(String code) {
        String last = territory.succession().position(code, LocalDate.MAX);
        return !last.equals(code)
                && !territory
                        .store()
                        .stored(territory.succession().origins(last, LocalDate.MAX))
                        .isEmpty();
    }

    private static Text used(ImportRow row) {
        return Text.of("编码 %s 已用过或已预定,编码不重复使用", "The code %s is or was in use; codes are never reused", row.code());
    }

    private static Text outside() {
        return Text.of("不在您的管辖范围内", "Lies outside the units you may change");
    }

    private static Text early(LocalDate start) {
        return Text.of("上级单元自 %s 起才有,起始日期不得早于该日", "The parent begins on %s: the unit may not begin before", start);
    }
}
