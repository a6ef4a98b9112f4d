package org.gridloom.platform.security.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridloom.platform.security.internal.store.GrantStore.Held;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.PlannedRestructuring;

/**
 * How many accounts come to reach units, or cease to, when these get another parent or become one; an account reaches a
 * unit if it holds any role there.
 */
record Reach(long gained, long lost) {

    /** @param successors the codes of units on the day of the change, by the code that a grant names */
    static Reach of(PlannedRestructuring planned, List<Held> grants, Function<String, Set<String>> successors) {
        Map<String, Set<String>> known = new HashMap<>();
        Map<Long, List<Held>> byAccount = grants.stream().collect(Collectors.groupingBy(Held::account));
        long gained = 0;
        long lost = 0;
        for (List<Held> held : byAccount.values()) {
            if (held.stream().anyMatch(grant -> grant.unit() == null)) {
                continue;
            }
            Set<String> units = held.stream()
                    .flatMap(grant -> known.computeIfAbsent(grant.unit(), successors).stream())
                    .collect(Collectors.toSet());
            Set<String> before = reached(units, planned.units());
            boolean after = !reached(units, Set.of(planned.parent())).isEmpty()
                    || planned.units().stream().anyMatch(units::contains);
            if (after && before.size() < planned.units().size()) {
                gained++;
            } else if (!after && !before.isEmpty()) {
                lost++;
            }
        }
        return new Reach(gained, lost);
    }

    private static Set<String> reached(Set<String> from, Collection<String> codes) {
        Set<String> reached = new HashSet<>(codes);
        reached.removeIf(
                code -> from.stream().noneMatch(unit -> CodeRange.subtree(unit).contains(code)));
        return reached;
    }
}
