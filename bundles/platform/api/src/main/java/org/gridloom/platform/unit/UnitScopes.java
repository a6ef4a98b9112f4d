package org.gridloom.platform.unit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Units side by side, so that one query counts for all of them: group by the first {@link #prefixLength()} characters of
 * the code under which a fact was written, and ask {@link #unitOf} to which unit each group belongs.
 *
 * @param byUnit the units' scopes by their codes; none has a code in common with another
 */
public record UnitScopes(Map<String, UnitScope> byUnit) {

    private static final String AFTER_ALL_CHILDREN = "z";

    public UnitScopes {
        byUnit = Collections.unmodifiableMap(new LinkedHashMap<>(byUnit));
    }

    /** How many characters of a code decide which of the units it belongs to. At least 1. */
    public int prefixLength() {
        return byUnit.values().stream()
                .flatMap(scope -> scope.ranges().stream())
                .mapToInt(range -> Math.max(range.from().length(), decisive(range.to())))
                .max()
                .orElse(1);
    }

    private static int decisive(String end) {
        return end.endsWith(AFTER_ALL_CHILDREN) ? end.length() - 1 : end.length();
    }

    /**
     * The unit to which facts belong that were written under the code.
     *
     * @param code a code, or at least its first {@link #prefixLength()} characters
     */
    public Optional<String> unitOf(String code) {
        return byUnit.entrySet().stream()
                .filter(unit -> unit.getValue().contains(code))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
