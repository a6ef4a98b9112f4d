package org.gridloom.organization.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.gridloom.organization.internal.store.UnitQuery;
import org.gridloom.organization.internal.store.UnitRow;
import org.gridloom.platform.tx.Transactions;
import org.gridloom.platform.unit.UnitDirectory;
import org.gridloom.platform.unit.UnitRef;
import org.gridloom.platform.unit.UnitScope;
import org.gridloom.platform.unit.UnitScopes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers what everybody may ask about units. It asks for no permission, as permissions are judged by its answers. */
@Component
public final class TerritoryDirectory implements UnitDirectory {

    private final Transactions transactions;
    private final CodeLayouts layouts;
    private final SuccessionLog log;
    private final Clock clock;

    @Activate
    public TerritoryDirectory(
            @Reference(target = "(osgi.unit.name=org.gridloom.organization)") Transactions transactions,
            @Reference CodeLayouts layouts,
            @Reference SuccessionLog log,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.layouts = layouts;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public Optional<UnitRef> root() {
        LocalDate today = LocalDate.now(clock);
        return ask(territory ->
                territory
                        .store()
                        .all(UnitQuery.validOn(today)
                                .level(territory.layout().root().code()))
                        .stream()
                        .findFirst()
                        .map(row -> territory.ref(row, today)));
    }

    @Override
    public Optional<UnitRef> find(String code, LocalDate asOf) {
        return ask(territory -> territory.find(code, asOf).map(row -> territory.ref(row, asOf)));
    }

    @Override
    public List<UnitRef> children(String code, LocalDate asOf) {
        return ask(territory -> territory
                .find(code, asOf)
                .flatMap(unit -> territory.layout().below(territory.level(unit)))
                .map(level -> UnitQuery.validOn(asOf)
                        .in(territory.succession().scope(code, asOf))
                        .level(level.code()))
                .map(query -> territory.store().all(query))
                .orElse(List.of())
                .stream()
                .map(row -> territory.ref(row, asOf))
                .sorted(Comparator.comparing(UnitRef::code))
                .toList());
    }

    @Override
    public UnitScopes scopes(Collection<String> codes, LocalDate asOf) {
        return ask(territory -> {
            Set<String> units = territory.findAll(codes, asOf).keySet();
            Map<String, UnitScope> scopes = new LinkedHashMap<>();
            codes.forEach(code -> scopes.put(
                    code, units.contains(code) ? territory.succession().scope(code, asOf) : scope(code, asOf)));
            return new UnitScopes(scopes);
        });
    }

    @Override
    public UnitScope scope(String code, LocalDate asOf) {
        return ask(territory ->
                territory.find(code, asOf).isPresent() || territory.bearer(code).isPresent()
                        ? territory.succession().scope(code, asOf)
                        : UnitScope.nowhere());
    }

    @Override
    public Set<String> successors(String code, LocalDate asOf) {
        return ask(territory -> territory.successors(code, asOf));
    }

    @Override
    public Map<String, UnitRef> resolve(Set<String> codes, LocalDate asOf) {
        if (codes.isEmpty()) {
            return Map.of();
        }
        return ask(territory -> {
            Map<String, String> positions = new HashMap<>();
            codes.forEach(code -> positions.put(code, territory.succession().position(code, asOf)));
            Map<String, UnitRow> units = territory.findAll(positions.values(), asOf);
            Set<String> above = new HashSet<>();
            positions.values().stream()
                    .filter(code -> !units.containsKey(code))
                    .forEach(code -> above.addAll(territory.layout().ancestorsOf(code)));
            if (!above.isEmpty()) {
                units.putAll(territory.findAll(above, asOf));
            }
            Map<String, UnitRef> resolved = new HashMap<>();
            positions.forEach((stored, code) ->
                    nearest(territory, units, code).ifPresent(row -> resolved.put(stored, territory.ref(row, asOf))));
            return resolved;
        });
    }

    private static Optional<UnitRow> nearest(Territory territory, Map<String, UnitRow> units, String code) {
        UnitRow nearest = null;
        for (String above : territory.layout().ancestorsOf(code)) {
            nearest = units.getOrDefault(above, nearest);
        }
        return Optional.ofNullable(units.getOrDefault(code, nearest));
    }

    private <T> T ask(Function<Territory, T> question) {
        return transactions.read(tx -> question.apply(Territory.of(layouts.current(), log, tx)));
    }
}
