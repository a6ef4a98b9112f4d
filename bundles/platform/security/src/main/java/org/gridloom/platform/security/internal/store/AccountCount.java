package org.gridloom.platform.security.internal.store;

import java.sql.Connection;

/** What the doctor asks about accounts. */
public record AccountCount(Connection connection) {

    public long enabled() {
        return Sql.first(connection, "select count(*) from security_account where enabled", row -> row.getLong(1))
                .orElse(0L);
    }

    /** Whether the account is gone, or has another password than it was made with. */
    public boolean hasNewPassword(String name) {
        return Sql.first(
                        connection,
                        "select 1 from security_account where name = ? and password_changed_at = created_at",
                        row -> row.getLong(1),
                        name)
                .isEmpty();
    }
}
