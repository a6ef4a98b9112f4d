package com.example.snow.internal;

import java.time.Clock;
import java.time.LocalDate;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Transactions;
import org.gridloom.platform.unit.UnitDirectory;
import org.gridloom.platform.validation.Checks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What every use case works with. */
@Component(service = Desk.class)
public final class Desk {

    private final Transactions transactions;
    private final Access access;
    private final UnitDirectory units;
    private final Checks checks;
    private final Clock clock;

    @Activate
    public Desk(
            @Reference(target = "(osgi.unit.name=com.example.snow)") Transactions transactions,
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

    Transactions transactions() {
        return transactions;
    }

    Access access() {
        return access;
    }

    UnitDirectory units() {
        return units;
    }

    <T> T valid(T command) {
        return checks.valid(command);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** A unit must bear the code today, and the caller hold the permission there. */
    void requireUnit(String permission, String unit) {
        access.require(permission, unit);
        if (units.find(unit, today()).isEmpty()) {
            throw Problem.invalid("unit", Text.of("没有这个单元", "There is no such unit"));
        }
    }

    /** Somebody else must not have changed the record meanwhile. */
    static void requireVersion(long current, long expected) {
        if (current != expected) {
            throw Problem.changed(current);
        }
    }
}
