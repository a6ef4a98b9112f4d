package org.gridloom.platform.security.internal;

import java.util.List;

/**
 * A role as others see it.
 *
 * @param allPermissions holds every permission, also those of modules installed later; cannot be changed
 * @param permissions codes in order; empty if it holds all
 */
public record RoleView(
        String code, String nameZh, String nameEn, boolean allPermissions, List<String> permissions, long version) {

    static RoleView of(Role role) {
        return new RoleView(
                role.code(),
                role.name().zh(),
                role.name().en(),
                role.allPermissions(),
                role.permissions().stream().sorted().toList(),
                role.version());
    }
}
