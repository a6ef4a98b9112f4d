package org.gridloom.platform.security.internal.store;

import java.sql.Connection;
import org.gridloom.platform.tx.Sql;

/** What the doctor asks about accounts. */
public record AccountCount(Connection connection) {

    public long enabled() {
        return new Sql(connection).count("select count(*) from security_account where enabled");
    }

    /** Whether the account is gone, or has another password than it was made with. */
    public boolean hasNewPassword(String name) {
        return new Sql(connection)
                        .count(
                                "select count(*) from security_account where name = ? and password_changed_at = created_at",
                                name)
                == 0;
    }
}
