package org.gridloom.platform.notice;

import java.util.Set;

/** Whom a notice is for. Who that is, is found out when it is sent. */
public sealed interface Recipients {

    /** One account, by name. */
    static Recipients account(String name) {
        return new Accounts(Set.of(name));
    }

    /** Some accounts, by name; those that do not exist are left out. */
    static Recipients accounts(Set<String> names) {
        return new Accounts(names);
    }

    /**
     * Those who may do something in a unit, as {@link org.gridloom.platform.security.PermissionHolders#nearest} finds
     * them: of a community's matter the community's staff, and where there are none, the street's.
     *
     * @param unit code of the unit; null for the whole district
     */
    static Recipients holders(String permission, String unit) {
        return new Holders(permission, unit);
    }

    /**
     * Accounts.
     *
     * @param names of the accounts
     */
    record Accounts(Set<String> names) implements Recipients {

        public Accounts {
            names = Set.copyOf(names);
        }
    }

    /**
     * Holders of a permission.
     *
     * @param permission code of it
     * @param unit where they hold it; null for the whole district
     */
    record Holders(String permission, String unit) implements Recipients {}
}
