package org.gridloom.platform.security.internal;

import java.time.LocalDate;
import org.gridloom.platform.text.Text;

/**
 * A role that an account holds.
 *
 * @param unit code that the unit bore when the role was granted; null for the whole district
 * @param validTo last day; null while open-ended
 */
public record GrantView(long id, String role, Text roleName, String unit, LocalDate validFrom, LocalDate validTo) {

    static GrantView of(Grant grant) {
        return new GrantView(
                grant.id(), grant.role().code(), grant.role().name(), grant.unit(), grant.validFrom(), grant.validTo());
    }
}
