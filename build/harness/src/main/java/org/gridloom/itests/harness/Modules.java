package org.gridloom.itests.harness;

import java.nio.file.Path;

/**
 * Modules that come and go while a district runs: the one place that knows by which commands.
 *
 * @param gridloom the district's
 */
public record Modules(Gridloom gridloom) {

    /** Installs a KAR, or updates to it; what it brings is ready when this returns. */
    public void install(Path kar) {
        run("module:install " + kar.toAbsolutePath());
    }

    /** Goes back to the version before. */
    public void rollback(String feature) {
        run("module:rollback " + feature);
    }

    /** Takes a module away; what was recorded stays. */
    public void uninstall(String feature) {
        run("module:uninstall " + feature);
    }

    private void run(String command) {
        try (Console console = gridloom.console()) {
            console.run(command).ok();
        }
    }
}
