package org.gridloom.platform.security.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an account may do, as it stood at a revision.
 *
 * @param revision see {@link org.gridloom.platform.security.internal.store.StateStore}
 */
record Rights(Account account, List<Grant> grants, String revision) {

    Stream<Grant> giving(String permission, LocalDate day) {
        return grants.stream()
                .filter(grant -> grant.isValid(day) && grant.role().holds(permission));
    }
}
