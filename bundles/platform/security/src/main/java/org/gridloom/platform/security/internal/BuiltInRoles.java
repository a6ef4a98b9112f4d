package org.gridloom.platform.security.internal;

import java.util.List;
import java.util.Set;
import org.gridloom.platform.text.Text;

/** The roles that a district starts with; all but the administrator's can be changed like any other. */
final class BuiltInRoles {

    static final String ADMINISTRATOR = "administrator";

    private BuiltInRoles() {}

    static List<Role> all() {
        return List.of(
                new Role(ADMINISTRATOR, Text.of("系统管理员", "Administrator"), true, Set.of(), 0),
                role("operator", "运维人员", "Operator", Permissions.CONSOLE_USE, Permissions.SYSTEM_OPERATE),
                role(
                        "account-manager",
                        "账号管理员",
                        "Account manager",
                        Permissions.ACCOUNT_VIEW,
                        Permissions.ACCOUNT_EDIT,
                        Permissions.GRANT_EDIT,
                        Permissions.ROLE_VIEW));
    }

    private static Role role(String code, String zh, String en, String... permissions) {
        return new Role(code, new Text(zh, en), false, Set.of(permissions), 0);
    }
}
