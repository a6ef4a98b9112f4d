package org.gridloom.itests.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.gridloom.itests.harness.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps the console from going deaf between two sign-ins, see {@code etc/custom.system.properties}. */
class ConsoleSocketsIT {

    private static final String SETTING = "sun.nio.ch.internalThreadPoolSize";
    /** Without the setting the first some hundreds or thousands are enough. */
    private static final int TIMES = 30_000;

    @Test
    void whoeverConnectsAsAnotherLeavesIsHeard(@TempDir Path folder) throws Exception {
        Process reconnects = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-D" + SETTING + "=" + setting(folder),
                        "-cp",
                        Path.of(Reconnects.class
                                        .getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .toURI())
                                .toString(),
                        Reconnects.class.getName(),
                        Integer.toString(TIMES))
                .inheritIO()
                .start();

        assertThat(reconnects.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(reconnects.exitValue()).isZero();
    }

    private static String setting(Path folder) throws IOException {
        Properties properties = new Properties();
        try (Reader file = Files.newBufferedReader(Archive.unpack(folder).resolve("etc/custom.system.properties"))) {
            properties.load(file);
        }
        return properties.getProperty(SETTING);
    }
}
