package org.gridloom.platform.security.internal.store;

import java.sql.Connection;
import java.util.UUID;
import org.gridloom.platform.tx.Sql;

/**
 * The one row that all who change rights lock first, so that their checks see each other's changes, and whose revision
 * tells every node that rights have changed. A revision is never given twice, not even after a rollback.
 */
public final class StateStore {

    private final Sql sql;

    public StateStore(Connection connection) {
        sql = new Sql(connection);
    }

    /** Waits for other changes of rights, and makes this one known with the commit. */
    public void lockAndMoveOn() {
        sql.update(
                "update security_state set revision = ? where id = 1",
                UUID.randomUUID().toString());
    }

    public String revision() {
        return sql.first(row -> row.getString(1), "select revision from security_state where id = 1")
                .orElseThrow();
    }

    public boolean administratorMade() {
        return sql.first(row -> row.getBoolean(1), "select administrator_made from security_state where id = 1")
                .orElseThrow();
    }

    /** Whether the administrators are kept apart. */
    public boolean separated() {
        return sql.first(row -> row.getBoolean(1), "select separated from security_state where id = 1")
                .orElseThrow();
    }

    public void setSeparated(boolean separated) {
        sql.update("update security_state set separated = ? where id = 1", separated);
    }

    public void setAdministratorMade() {
        sql.update("update security_state set administrator_made = ? where id = 1", true);
    }
}
