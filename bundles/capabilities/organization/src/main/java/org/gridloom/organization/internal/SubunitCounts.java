package org.gridloom.organization.internal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gridloom.platform.unit.UnitScopes;

/** Puts numbers that were counted by the first part of codes together by subunit. */
public final class SubunitCounts {

    private SubunitCounts() {}

    /**
     * The numbers by subunit, an empty map for one without any.
     *
     * @param byPrefix what was counted, by the first part of the code under which it was written
     */
    public static <K> Map<String, Map<K, Long>> of(UnitScopes subunits, Map<String, Map<K, Long>> byPrefix) {
        Map<String, Map<K, Long>> counts = new LinkedHashMap<>();
        subunits.byUnit().keySet().forEach(unit -> counts.put(unit, new HashMap<>()));
        byPrefix.forEach((prefix, numbers) -> subunits.unitOf(prefix)
                .ifPresent(unit ->
                        numbers.forEach((key, number) -> counts.get(unit).merge(key, number, Long::sum))));
        return counts;
    }
}
