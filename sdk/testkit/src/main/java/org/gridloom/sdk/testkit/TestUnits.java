package org.gridloom.sdk.testkit;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.UnitDirectory;
import org.gridloom.platform.unit.UnitRef;
import org.gridloom.platform.unit.UnitScope;

/** A territory of units that a test makes up. Codes are paths: a unit lies below the one whose code its own begins with. */
public final class TestUnits implements UnitDirectory {

    private final Map<String, UnitRef> units = new TreeMap<>();
    private final Map<String, LocalDate> begins = new HashMap<>();
    private final Map<String, Set<String>> gone = new HashMap<>();

    public TestUnits with(String code, String name, String level) {
        units.put(code, new UnitRef(code, name, level));
        return this;
    }

    /** A unit that is there from that day on. */
    public TestUnits with(String code, String name, String level, LocalDate since) {
        begins.put(code, since);
        return with(code, name, level);
    }

    /** The unit is there no more; what takes its place are these, none after closing. */
    public TestUnits without(String code, String... successors) {
        units.remove(code);
        gone.put(code, Set.of(successors));
        return this;
    }

    @Override
    public Optional<UnitRef> root() {
        return units.values().stream().findFirst();
    }

    @Override
    public Optional<UnitRef> find(String code, LocalDate asOf) {
        return asOf.isBefore(begins.getOrDefault(code, LocalDate.MIN))
                ? Optional.empty()
                : Optional.ofNullable(units.get(code));
    }

    @Override
    public List<UnitRef> children(String code, LocalDate asOf) {
        return units.values().stream()
                .filter(unit -> nearestAbove(unit.code()).filter(code::equals).isPresent())
                .toList();
    }

    @Override
    public UnitScope scope(String code, LocalDate asOf) {
        return units.containsKey(code) ? UnitScope.of(List.of(CodeRange.subtree(code))) : UnitScope.nowhere();
    }

    @Override
    public Set<String> successors(String code, LocalDate asOf) {
        return gone.getOrDefault(code, find(code, asOf).isPresent() ? Set.of(code) : Set.of());
    }

    private Optional<String> nearestAbove(String code) {
        return units.keySet().stream()
                .filter(other -> !other.equals(code) && code.startsWith(other))
                .reduce((shorter, longer) -> longer);
    }
}
