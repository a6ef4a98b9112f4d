package org.gridloom.training.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Transactions;
import org.gridloom.platform.unit.UnitDirectory;
import org.gridloom.platform.unit.UnitRef;
import org.gridloom.platform.unit.UnitScope;
import org.gridloom.platform.validation.Checks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What every use case of the capability works with. */
@Component(service = Desk.class)
public final class Desk {

    private final Transactions transactions;
    private final Access access;
    private final UnitDirectory units;
    private final Checks checks;
    private final Clock clock;

    @Activate
    public Desk(
            @Reference(target = "(osgi.unit.name=org.gridloom.training)") Transactions transactions,
            @Reference Access access,
            @Reference UnitDirectory units,
            @Reference Checks checks,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.access = access;
        this.units = units;
        this.checks = checks;
        this.clock = clock;
    }

    public Transactions transactions() {
        return transactions;
    }

    public Access access() {
        return access;
    }

    /** @see Checks#valid */
    public <T> T valid(T command) {
        return checks.valid(command);
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The date, today where none is given. */
    public LocalDate day(LocalDate given) {
        return given == null ? today() : given;
    }

    /** The hour of a day. */
    public Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(clock.getZone()).toInstant();
    }

    /** Where to look: the unit and all below it, or wherever the caller holds the permission. */
    public UnitScope scope(String permission, String unit) {
        return access.scope(permission, unit);
    }

    /** A unit must bear the code today, and the caller hold the permission there. */
    public void requireUnit(String permission, String unit) {
        access.require(permission, unit);
        if (units.find(unit, today()).isEmpty()) {
            throw Problem.invalid("unit", Text.of("没有这个单元", "There is no such unit"));
        }
    }

    /** Names of the units in which records count now that were written under the codes; such a code where there is none. */
    public Map<String, String> unitNames(Set<String> codes) {
        Map<String, UnitRef> found = units.resolve(codes, today());
        return codes.stream()
                .collect(Collectors.toMap(
                        code -> code,
                        code -> found.containsKey(code) ? found.get(code).name() : code));
    }

    /** Somebody else must not have changed the record meanwhile. */
    public static void requireVersion(long current, long expected) {
        if (current != expected) {
            throw Problem.changed(current);
        }
    }
}
