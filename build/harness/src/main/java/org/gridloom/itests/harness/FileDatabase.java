package org.gridloom.itests.harness;

import java.util.Map;

/** H2, as Gridloom uses it when nothing is set: files under its data directory, in its own process. */
final class FileDatabase implements Database {

    @Override
    public Map<String, String> environment() {
        return Map.of();
    }

    @Override
    public boolean isServer() {
        return false;
    }

    @Override
    public void killAndRestart() {
        throw new UnsupportedOperationException("It dies with Gridloom");
    }

    @Override
    public void close() {
        // The files go with the data directory.
    }
}
