package org.gridloom.organization.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridloom.organization.Unit;
import org.gridloom.organization.UnitLevel;
import org.gridloom.organization.UnitNode;
import org.gridloom.organization.internal.store.UnitQuery;
import org.gridloom.organization.internal.store.UnitRow;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.UnitScope;

/** Builds trees: one query for the units, one for how many lie below the deepest. */
final class UnitTree {

    private final Territory territory;
    private final LocalDate date;
    private final int limit;

    UnitTree(Territory territory, LocalDate date, int limit) {
        this.territory = territory;
        this.date = date;
        this.limit = limit;
    }

    UnitNode below(UnitRow top, String code, int depth) {
        UnitScope scope = territory.succession().scope(code, date);
        List<UnitLevel> levels = territory.layout().levels();
        int level = territory.layout().depth(territory.level(top));
        int deepest = Math.min(levels.size() - 1, level + depth);
        Map<String, List<Unit>> children = new HashMap<>();
        if (deepest > level) {
            UnitQuery query = UnitQuery.validOn(date)
                    .in(scope)
                    .levels(levels.subList(level + 1, deepest + 1).stream()
                            .map(UnitLevel::code)
                            .toList());
            long count = territory.store().count(query);
            if (count > limit) {
                throw Problem.invalid(
                        "depth",
                        Text.of(
                                "该范围有 %d 个单元,一次最多显示 %d 个,请减小层数",
                                "That is %d units, at most %d are shown at once: ask for less depth", count, limit));
            }
            territory.store().all(query).stream()
                    .map(row -> territory.unit(row, date))
                    .forEach(unit -> children.computeIfAbsent(unit.parent(), parent -> new ArrayList<>())
                            .add(unit));
        }
        Map<String, Long> counts = counts(scope, levels.get(deepest));
        return node(territory.unit(top, date), children, counts);
    }

    private UnitNode node(Unit unit, Map<String, List<Unit>> children, Map<String, Long> counts) {
        List<UnitNode> below = children.getOrDefault(unit.code(), List.of()).stream()
                .sorted(Comparator.comparing(Unit::code))
                .map(child -> node(child, children, counts))
                .toList();
        return new UnitNode(unit, below.isEmpty() ? counts.getOrDefault(unit.code(), 0L) : below.size(), below);
    }

    /**
     * How many units lie directly below each unit of the level. Units with the same beginning of their stored codes
     * have the same parent, but for those that were moved alone.
     */
    private Map<String, Long> counts(UnitScope scope, UnitLevel level) {
        Optional<UnitLevel> lower = territory.layout().below(level);
        Map<String, Long> counts = new HashMap<>();
        if (lower.isEmpty()) {
            return counts;
        }
        UnitQuery query = UnitQuery.validOn(date).in(scope).level(lower.get().code());
        territory
                .store()
                .countByPrefix(query, level.codeLength())
                .forEach((prefix, count) ->
                        counts.merge(level.digits() == 0 ? CodeRange.WHOLE : parentNow(prefix), count, Long::sum));
        Set<String> alone = territory.succession().movedAlone(lower.get().codeLength(), date);
        for (UnitRow row : territory.store().allValid(alone, date)) {
            if (scope.contains(row.code())) {
                counts.merge(parentNow(territory.layout().parentOf(row.code())), -1L, Long::sum);
                counts.merge(territory.layout().parentOf(territory.code(row, date)), 1L, Long::sum);
            }
        }
        return counts;
    }

    private String parentNow(String stored) {
        return territory.succession().position(stored, date);
    }
}
