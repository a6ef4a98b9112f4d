package org.gridloom.platform.unit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A set of unit codes, as disjoint ranges in ascending order. Facts keep the code they were written under, so the facts
 * that belong to a unit on a date are those whose code lies in its scope of that date, however often units were merged
 * and moved since.
 *
 * @param ranges disjoint, ascending; empty for a scope that holds nothing
 */
public record UnitScope(List<CodeRange> ranges) {

    private static final UnitScope NOWHERE = new UnitScope(List.of());
    private static final UnitScope EVERYWHERE = new UnitScope(List.of(new CodeRange("", "z")));

    public UnitScope {
        ranges = List.copyOf(ranges);
    }

    public static UnitScope nowhere() {
        return NOWHERE;
    }

    public static UnitScope everywhere() {
        return EVERYWHERE;
    }

    /** The scope of ranges in any order that may overlap. */
    public static UnitScope of(List<CodeRange> ranges) {
        List<CodeRange> sorted = ranges.stream()
                .filter(range -> range.from().compareTo(range.to()) < 0)
                .sorted(Comparator.comparing(CodeRange::from))
                .toList();
        List<CodeRange> merged = new ArrayList<>();
        for (CodeRange next : sorted) {
            CodeRange last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last == null || last.to().compareTo(next.from()) < 0) {
                merged.add(next);
            } else if (last.to().compareTo(next.to()) < 0) {
                merged.set(merged.size() - 1, new CodeRange(last.from(), next.to()));
            }
        }
        return new UnitScope(merged);
    }

    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    public boolean contains(String code) {
        return ranges.stream().anyMatch(range -> range.contains(code));
    }

    public UnitScope union(UnitScope other) {
        List<CodeRange> both = new ArrayList<>(ranges);
        both.addAll(other.ranges);
        return of(both);
    }

    public UnitScope intersect(UnitScope other) {
        List<CodeRange> common = new ArrayList<>();
        for (CodeRange mine : ranges) {
            for (CodeRange theirs : other.ranges) {
                common.add(new CodeRange(max(mine.from(), theirs.from()), min(mine.to(), theirs.to())));
            }
        }
        return of(common);
    }

    public UnitScope minus(CodeRange hole) {
        List<CodeRange> rest = new ArrayList<>();
        for (CodeRange range : ranges) {
            rest.add(new CodeRange(range.from(), min(range.to(), hole.from())));
            rest.add(new CodeRange(max(range.from(), hole.to()), range.to()));
        }
        return of(rest);
    }

    private static String max(String a, String b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static String min(String a, String b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
