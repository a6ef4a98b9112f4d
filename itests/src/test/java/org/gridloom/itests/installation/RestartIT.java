package org.gridloom.itests.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.gridloom.itests.harness.Archive;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Database;
import org.gridloom.itests.harness.Gridloom;
import org.gridloom.itests.harness.Gridloom.Login;
import org.gridloom.itests.harness.Installation;
import org.junit.jupiter.api.Test;

/** Stopping, starting and replacing the distribution on data that stay. */
class RestartIT {

    private static final String MARK = "X-Rebuilt";

    @Test
    void sigtermEndsItCleanlyAndARebuiltDistributionRunsItsNewBundlesOnTheOldData() throws IOException {
        try (Installation installation = Installation.on(Database.Kind.H2.create(), "gridloom-organization")
                .startAndAwaitReady()) {
            Gridloom gridloom = installation.gridloom();
            Login admin = gridloom.admin();
            gridloom.rest()
                    .post(
                            "/api/roles",
                            Map.of("code", "kept", "nameZh", "保留", "nameEn", "Kept", "permissions", new String[0]))
                    .expect(201);

            assertThat(installation.terminate(Duration.ofSeconds(30))).isZero();
            assertThat(gridloom.log()).doesNotContain(" ERROR ");

            installation.use(rebuilt(installation));
            installation.startAndAwaitReady();

            assertThat(gridloom.admin()).isEqualTo(admin);
            gridloom.rest().get("/api/roles/kept").expect(200);
            try (Console console = gridloom.console()) {
                assertThat(console.run("bundle:headers org.gridloom.platform.console")
                                .ok()
                                .output())
                        .contains(MARK);
            }
            assertThat(gridloom.log()).doesNotContain(" ERROR ");
        }
    }

    /** Another build: one bundle differs, and so does the build's id. */
    private static Path rebuilt(Installation installation) throws IOException {
        Path distribution = Archive.unpack(installation.directory().resolve("rebuilt"));
        Path bundles = distribution.resolve("system/org/gridloom/org.gridloom.platform.console");
        try (Stream<Path> files = Files.walk(bundles)) {
            mark(files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow());
        }
        Files.writeString(distribution.resolve("build.id"), "another build\n");
        return distribution;
    }

    private static void mark(Path jar) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(jar)) {
            Path file = zip.getPath("META-INF/MANIFEST.MF");
            Manifest manifest;
            try (InputStream in = Files.newInputStream(file)) {
                manifest = new Manifest(in);
            }
            manifest.getMainAttributes().putValue(MARK, "true");
            try (OutputStream out = Files.newOutputStream(file)) {
                manifest.write(out);
            }
        }
    }
}
