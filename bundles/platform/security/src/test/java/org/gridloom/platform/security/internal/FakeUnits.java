package org.gridloom.platform.security.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.UnitDirectory;
import org.gridloom.platform.unit.UnitRef;
import org.gridloom.platform.unit.UnitScope;

/** A directory in which every code is a unit, until a test says where it has gone. */
final class FakeUnits implements UnitDirectory {

    private final Map<String, Set<String>> successors = new HashMap<>();
    private final Map<String, UnitScope> scopes = new HashMap<>();
    private int asked;

    void gone(String code, String... to) {
        successors.put(code, Set.of(to));
    }

    /** Besides its own subtree the unit has taken over these. */
    void takesOver(String code, String... others) {
        UnitScope scope = UnitScope.of(List.of(CodeRange.subtree(code)));
        for (String other : others) {
            scope = scope.union(UnitScope.of(List.of(CodeRange.subtree(other))));
        }
        scopes.put(code, scope);
    }

    /** The subtree of a part has left the unit. */
    void loses(String code, String part) {
        scopes.put(code, UnitScope.of(List.of(CodeRange.subtree(code))).minus(CodeRange.subtree(part)));
    }

    int asked() {
        return asked;
    }

    @Override
    public Optional<UnitRef> root() {
        return Optional.of(new UnitRef("210102", "和平区", "district"));
    }

    @Override
    public Optional<UnitRef> find(String code, LocalDate asOf) {
        return successors(code, asOf).contains(code) ? Optional.of(new UnitRef(code, code, "x")) : Optional.empty();
    }

    @Override
    public List<UnitRef> children(String code, LocalDate asOf) {
        return List.of();
    }

    @Override
    public UnitScope scope(String code, LocalDate asOf) {
        asked++;
        return scopes.getOrDefault(code, UnitScope.of(List.of(CodeRange.subtree(code))));
    }

    @Override
    public Set<String> successors(String code, LocalDate asOf) {
        return code.startsWith("210102") ? successors.getOrDefault(code, Set.of(code)) : Set.of();
    }
}
