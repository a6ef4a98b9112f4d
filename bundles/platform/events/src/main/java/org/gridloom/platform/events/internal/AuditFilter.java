package org.gridloom.platform.events.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import org.gridloom.platform.unit.UnitScope;

/**
 * Which audit entries are wanted; null for any.
 *
 * @param from first day
 * @param to last day
 * @param action an action, or with {@code .} at its end all that begin so
 * @param subject kind and id, as in {@code unit/210102021}
 * @param address where the caller was
 * @param unit code of a unit: entries of it and all below it
 */
public record AuditFilter(
        LocalDate from, LocalDate to, String account, String address, String action, String subject, String unit) {

    /** What is asked for within these units, as a where clause. */
    Conditions conditions(UnitScope scope, ZoneId zone) {
        return new Conditions()
                .within("unit_code", scope)
                .days("recorded_at", from, to, zone)
                .equal("account", account)
                .equal("address", address)
                .named("action", action)
                .equal("subject", subject);
    }
}
