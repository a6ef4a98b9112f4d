package org.gridloom.platform.security.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gridloom.platform.security.Duty;

/**
 * What an account may do, as it stood at a revision.
 *
 * @param revision see {@link org.gridloom.platform.security.internal.store.StateStore}
 * @param separated whether the administrators are kept apart
 * @param catalogue says whose work a permission is
 */
record Rights(Account account, List<Grant> grants, String revision, boolean separated, PermissionCatalogue catalogue) {

    /** The grants that give the permission on the day. Kept apart, who holds several duties can use none of them. */
    Stream<Grant> giving(String permission, LocalDate day) {
        if (separated && catalogue.duty(permission).isPresent() && duties(day).size() > 1) {
            return Stream.empty();
        }
        return valid(day).filter(grant -> grant.role().holds(permission));
    }

    /** Whether the account may do it somewhere on the day. */
    boolean give(String permission, LocalDate day) {
        return giving(permission, day).findAny().isPresent();
    }

    private Set<Duty> duties(LocalDate day) {
        return catalogue.duties(valid(day).map(Grant::role).toList());
    }

    private Stream<Grant> valid(LocalDate day) {
        return grants.stream().filter(grant -> grant.isValid(day));
    }
}
