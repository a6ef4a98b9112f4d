package org.gridloom.platform.security;

import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Knows who may do what where, to tell the right people. Needs no permission and is for code, not for an answer to
 * callers. May be called inside or outside a transaction; inside one it sees that transaction's changes.
 */
@ProviderType
public interface PermissionHolders {

    /**
     * Accounts that hold the permission today through a grant in the unit; where there are none, in the unit above, and so
     * on up to the whole district. So not everybody who may is told of everything, and yet somebody is.
     *
     * @param unit code of a unit; null for the whole district
     * @return names of enabled accounts; empty where nobody holds it
     */
    Set<String> nearest(String permission, String unit);

    /** Of these names those of enabled accounts. */
    Set<String> enabled(Set<String> names);
}
