package org.gridloom.organization.internal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridloom.organization.UnitLevel;
import org.gridloom.organization.internal.store.UnitQuery;
import org.gridloom.organization.internal.store.UnitRow;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.tx.Transactions;
import org.gridloom.platform.tx.Tx;
import org.gridloom.platform.unit.UnitDirectory;
import org.gridloom.platform.unit.UnitRef;
import org.gridloom.platform.unit.UnitScope;
import org.gridloom.platform.validation.Checks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What every use case of organisations, people and posts works with. */
@Component(service = Desk.class)
public final class Desk {

    private final Transactions transactions;
    private final Access access;
    private final UnitDirectory units;
    private final Checks checks;
    private final TerritoryReader territory;

    @Activate
    public Desk(
            @Reference(target = "(osgi.unit.name=org.gridloom.organization)") Transactions transactions,
            @Reference Access access,
            @Reference UnitDirectory units,
            @Reference Checks checks,
            @Reference TerritoryReader territory) {
        this.transactions = transactions;
        this.access = access;
        this.units = units;
        this.checks = checks;
        this.territory = territory;
    }

    public Transactions transactions() {
        return transactions;
    }

    public Access access() {
        return access;
    }

    public UnitDirectory units() {
        return units;
    }

    /** @see Checks#valid */
    public <T> T valid(T command) {
        return checks.valid(command);
    }

    public LocalDate today() {
        return territory.today();
    }

    /** The date, today where none is given. */
    public LocalDate day(String field, LocalDate given) {
        return territory.date(field, given);
    }

    /** Where to look: the unit and all below it, or wherever the caller holds the permission. */
    public UnitScope scope(String permission, String unit, LocalDate asOf) {
        if (unit == null) {
            access.require(permission);
            return access.scope(permission);
        }
        access.require(permission, unit);
        return units.scope(unit, asOf);
    }

    /** The units stored under the codes that are valid on the date, in the order of the codes. */
    public List<UnitRef> unitsStored(Tx tx, List<String> codes, LocalDate date) {
        Territory found = territory.in(tx);
        return found.store().allValid(codes, date).stream()
                .sorted(Comparator.comparing(UnitRow::code))
                .map(row -> found.ref(row, date))
                .toList();
    }

    /** Under which codes the units are stored that bear these on the date. */
    public Set<String> storedAt(Tx tx, Set<String> codes, LocalDate date) {
        return territory.in(tx).findAll(codes, date).values().stream()
                .map(UnitRow::code)
                .collect(Collectors.toSet());
    }

    /** Whether any unit ever bore another code than it was stored under. */
    public boolean hasChangedCodes(Tx tx) {
        return !territory.in(tx).succession().steps().isEmpty();
    }

    /** Of how many digits the codes of a level are; none for a level that the district has not. */
    public int codeLength(String level) {
        return territory.layout().level(level).map(UnitLevel::codeLength).orElse(0);
    }

    /** How many units of a level there are in the scope on the date. */
    public long countOf(Tx tx, UnitScope scope, String level, LocalDate date) {
        return territory.in(tx).store().count(UnitQuery.validOn(date).in(scope).level(level));
    }

    /** Codes stored at or below any of the units on the date. */
    public UnitScope scopeOf(Tx tx, Set<String> codes, LocalDate date) {
        Territory found = territory.in(tx);
        return codes.stream()
                .map(code -> found.succession().scope(code, date))
                .reduce(UnitScope.nowhere(), UnitScope::union);
    }

    /** Whether a unit bears the code on the date. */
    public boolean isUnit(String code, LocalDate date) {
        return unitsAmong(Set.of(code), date).containsKey(code);
    }

    /** The units that bear the codes on the date. */
    public Map<String, UnitRef> unitsAmong(Set<String> codes, LocalDate date) {
        Map<String, UnitRef> found = new HashMap<>(units.resolve(codes, date));
        found.entrySet()
                .removeIf(entry -> !entry.getKey().equals(entry.getValue().code()));
        return found;
    }
}
