package org.gridloom.itests.harness;

import java.util.Map;

/** The database of another installation, which ends it. */
public record SharedDatabase(Database database) implements Database {

    @Override
    public Map<String, String> environment() {
        return database.environment();
    }

    @Override
    public boolean isServer() {
        return database.isServer();
    }

    @Override
    public void killAndRestart() {
        database.killAndRestart();
    }

    @Override
    public void close() {
        // Its owner does.
    }
}
