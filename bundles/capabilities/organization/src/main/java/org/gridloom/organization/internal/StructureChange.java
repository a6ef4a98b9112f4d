package org.gridloom.organization.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridloom.organization.TerritoryPermissions;
import org.gridloom.organization.Unit;
import org.gridloom.organization.UnitLevel;
import org.gridloom.organization.internal.domain.Succession;
import org.gridloom.organization.internal.store.UnitQuery;
import org.gridloom.organization.internal.store.UnitRow;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.PlannedRestructuring;
import org.gridloom.platform.unit.UnitScope;

/** One change of structure under way: the units it concerns, held fast and checked, and its plan. */
final class StructureChange {

    final Territory territory;
    final Plan plan;
    private final TerritoryReader reader;
    private final boolean dryRun;

    StructureChange(Territory territory, Plan plan, TerritoryReader reader, boolean dryRun) {
        this.territory = territory;
        this.plan = plan;
        this.reader = reader;
        this.dryRun = dryRun;
    }

    LocalDate date() {
        return plan.date;
    }

    UnitRow unit(String code) {
        return reader.unit(territory, code, date(), TerritoryPermissions.UNIT_RESTRUCTURE);
    }

    String code(UnitRow row) {
        return territory.code(row, date());
    }

    /** Locks the rows, in one order for all; sees to it that none ends and the first is as the caller read it. */
    void hold(long expectedVersion, UnitRow first, Collection<UnitRow> others) {
        List<UnitRow> rows = new ArrayList<>(others);
        rows.add(first);
        rows.sort(Comparator.comparing(UnitRow::code));
        for (UnitRow row : rows) {
            UnitRow now = dryRun ? row : territory.store().lock(row.code());
            if (row.code().equals(first.code()) && now.version() != expectedVersion) {
                throw Problem.changed(now.version());
            }
            if (now.validTo() != null) {
                throw Problem.conflict(Text.of("单元 %s 已定于 %s 终止", "The unit %s ends on %s", code(row), now.validTo()));
            }
        }
    }

    /** The unit is to get another code, or to end: nothing may be decided already for a later day. */
    void mayChange(UnitRow row) {
        if (territory.layout().isRoot(territory.level(row))) {
            throw Problem.conflict(
                    Text.of("区级单元不能迁移、合并、拆分或撤销", "The district itself cannot be moved, merged, split or closed"));
        }
        notBefore(territory.succession().lastChange(code(row), date()));
    }

    /** The unit is to end: neither may its record change later. */
    void mayEnd(UnitRow row) {
        mayChange(row);
        notBefore(Optional.of(territory.store().lastChange(row.code())).filter(date()::isBefore));
    }

    /** The unit is to be the parent: it may not get another code later. */
    void receive(UnitRow row) {
        notBefore(territory.succession().lastChangeAbove(code(row), date()));
        plan.parent = code(row);
    }

    void notBefore(Optional<LocalDate> earliest) {
        earliest.ifPresent(day -> {
            throw DefaultUnitEditing.tooEarly("date", day);
        });
    }

    /** The unit's level, which is right below the parent's. */
    UnitLevel levelBelow(UnitRow parent, UnitRow unit) {
        UnitLevel level = territory.level(unit);
        if (!territory.layout().below(territory.level(parent)).equals(Optional.of(level))) {
            throw Problem.invalid(
                    "parent",
                    Text.of(
                            "%s单元的上级不能是%s单元",
                            "A unit of level %2$s cannot be the parent of one of level %1$s",
                            level.code(),
                            parent.level()));
        }
        return level;
    }

    /** Units directly below, whenever they were or will be valid; what was recorded under the ended ones goes along. */
    List<UnitRow> childrenEver(UnitRow row) {
        return territory
                .layout()
                .below(territory.level(row))
                .map(level -> territory.store().ever(territory.succession().scope(code(row), date()), level.code()))
                .orElse(List.of());
    }

    boolean isOpen(UnitRow row) {
        return row.validTo() == null || row.validTo().isAfter(date());
    }

    long below(UnitRow row) {
        return territory
                        .store()
                        .count(UnitQuery.validOn(date())
                                .in(territory.succession().scope(code(row), date())))
                - 1;
    }

    /** What it is done to, for whoever keeps records there. */
    PlannedRestructuring touching(PlannedRestructuring.Kind kind) {
        Set<String> units = Stream.concat(plan.moved.stream(), plan.ended.stream())
                .map(this::code)
                .collect(Collectors.toCollection(TreeSet::new));
        UnitScope scope = units.stream()
                .map(unit -> kind == PlannedRestructuring.Kind.SPLIT
                        ? own(unit)
                        : territory.succession().scope(unit, date()))
                .reduce(UnitScope.nowhere(), UnitScope::union);
        return new PlannedRestructuring(kind, units, units.size() + plan.unitsBelow, plan.parent, scope, date());
    }

    private UnitScope own(String unit) {
        return UnitScope.of(territory.succession().origins(unit, date()).stream()
                .map(CodeRange::only)
                .toList());
    }

    /** The units as they are once the plan is carried out. */
    List<Unit> after(List<UnitRow> rows) {
        Succession then = territory.succession().and(plan.steps);
        Territory after = new Territory(territory.layout(), then, territory.store());
        return rows.stream().map(row -> after.unit(row, date())).toList();
    }
}
