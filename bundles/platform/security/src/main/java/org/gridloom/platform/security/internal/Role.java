package org.gridloom.platform.security.internal;

import java.util.Set;
import org.gridloom.platform.text.Text;

/**
 * A named set of permissions.
 *
 * @param allPermissions holds every permission, also those of modules installed later
 * @param permissions codes, also of modules that are absent now; empty if it holds all
 */
public record Role(String code, Text name, boolean allPermissions, Set<String> permissions, long version) {

    public boolean holds(String permission) {
        return allPermissions || permissions.contains(permission);
    }
}
