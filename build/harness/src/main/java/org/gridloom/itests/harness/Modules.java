package org.gridloom.itests.harness;

import java.nio.file.Path;

/**
 * Modules that come and go while a district runs: the one place that knows by which commands.
 *
 * @param gridloom the district's
 */
public record Modules(Gridloom gridloom) {

    /** Installs a KAR and waits until what it brings is ready. */
    public void install(Path kar) {
        run("kar:install " + kar.toUri());
        gridloom.awaitReady(() -> true);
    }

    /** Takes away what a KAR brought; what was recorded stays. */
    public void uninstall(Path kar) {
        String file = kar.getFileName().toString();
        run("kar:uninstall " + file.substring(0, file.lastIndexOf('.')));
        gridloom.awaitReady(() -> true);
    }

    private void run(String command) {
        try (Console console = gridloom.console()) {
            console.run(command).ok();
        }
    }
}
