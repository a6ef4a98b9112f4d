package org.gridloom.itests.harness;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.gridloom.platform.testkit.PostgresServer;

/** A PostgreSQL server of its own. */
final class PostgresDatabase implements Database {

    private final PostgresServer server = PostgresServer.start();
    private final String url = server.create("district");

    @Override
    public Map<String, String> environment() {
        return Map.of("GRIDLOOM_DB_URL", url, "GRIDLOOM_DB_USER", PostgresServer.USER, "GRIDLOOM_DB_PASSWORD", "");
    }

    @Override
    public boolean isServer() {
        return true;
    }

    @Override
    public void killAndRestart() {
        server.kill();
        server.restart();
    }

    @Override
    public Optional<Path> writtenFiles() {
        return Optional.of(server.writtenFiles());
    }

    @Override
    public void close() {
        server.close();
    }
}
