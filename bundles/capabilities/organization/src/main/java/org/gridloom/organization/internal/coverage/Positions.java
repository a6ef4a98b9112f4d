package org.gridloom.organization.internal.coverage;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridloom.platform.unit.UnitDirectory;
import org.gridloom.platform.unit.UnitRef;

/** Where codes lead on a date: all at once, one by one only what has gone elsewhere. */
final class Positions {

    private Positions() {}

    static Map<String, Set<String>> byCode(UnitDirectory units, Set<String> codes, LocalDate date) {
        Map<String, UnitRef> resolved = units.resolve(codes, date);
        Map<String, Set<String>> positions = new HashMap<>();
        for (String code : codes) {
            UnitRef unit = resolved.get(code);
            boolean isBorne = unit != null && unit.code().equals(code);
            positions.put(code, isBorne ? Set.of(code) : units.successors(code, date));
        }
        return positions;
    }

    static Set<String> of(UnitDirectory units, Set<String> codes, LocalDate date) {
        return byCode(units, codes, date).values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }
}
