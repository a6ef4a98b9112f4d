package org.gridloom.itests.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Database;
import org.gridloom.itests.harness.Gridloom;
import org.gridloom.itests.harness.Installation;
import org.gridloom.itests.harness.Rest.Answer;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Starts that are not like every day's: without a module, and on data that were left read-only. */
class ModesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Test
    void aModuleThatEndsTheServerIsLeftOutAndTheReadOnlyModeStays() throws Exception {
        try (Installation installation = Installation.on(Database.Kind.H2.create(), "gridloom-organization")
                .startAndAwaitReady()) {
            Gridloom gridloom = installation.gridloom();
            gridloom.rest().get("/api/organization/vocabulary").status();
            Path deployed = gridloom.data().resolve("karaf/deploy/org.acme.fatal-1.0.0.jar");
            try (OutputStream out =
                            Files.newOutputStream(installation.directory().resolve("fatal.jar"));
                    JarOutputStream jar = new JarOutputStream(out, manifest())) {
                add(jar, Fatal.class);
            }
            Files.move(installation.directory().resolve("fatal.jar"), deployed);
            assertThat(installation.process().waitFor(60, TimeUnit.SECONDS)).isTrue();

            installation.variable("GRIDLOOM_WITHOUT", "org.acme.fatal").startAndAwaitReady();
            gridloom.rest()
                    .put("/api/operations/read-only", Map.of("reason", "检修"))
                    .ok();
            installation.kill();
            installation.startAndAwaitReady();
            gridloom.rest().post("/api/roles", role()).expect(503);
            try (Console console = gridloom.console()) {
                assertThat(console.run("module:list").ok().output()).contains("org.acme.fatal", "left-out");
                console.run("gridloom:read-only off").ok();
                console.run("module:uninstall org.acme.fatal").ok();
            }
            gridloom.rest().post("/api/roles", role()).expect(201);

            installation.terminate(PATIENCE);
            Files.delete(deployed);
            installation.variable("GRIDLOOM_WITHOUT", "organization").startAndAwaitReady();
            Answer leftOut = gridloom.rest().get("/api/organization/units");
            leftOut.expect(503);
            assertThat(leftOut.json().get("detail").asText()).contains("安全模式");
            assertThat(gridloom.rest().get("/api/modules").ok().body()).contains("gridloom-organization", "left-out");
            gridloom.rest().get("/api/roles/kept").ok();

            installation.terminate(PATIENCE);
            installation.variable("GRIDLOOM_WITHOUT", null).startAndAwaitReady();
            assertThat(gridloom.rest().get("/api/organization/units").status()).isEqualTo(200);
            assertThat(gridloom.rest().get("/api/modules").ok().body()).doesNotContain("left-out");
            assertThat(gridloom.log()).doesNotContain(" ERROR ");
        }
    }

    @Test
    void whatCannotBeMeantIsRefusedBeforeAnythingStarts() throws Exception {
        try (Installation installation =
                Installation.on(Database.Kind.H2.create(), "gridloom-organization", "gridloom-dashboard")) {
            refused(installation, "there are: gridloom-dashboard gridloom-organization", "GRIDLOOM_WITHOUT", "nothing");
            refused(installation, "TLS needs both", "GRIDLOOM_TLS_CERT", "a.pem");
            refused(installation, "would cross the network unencrypted", "GRIDLOOM_HTTP_HOST", "0.0.0.0");
            refused(installation, "not an address or a range", "GRIDLOOM_PROXY", "proxy.example");
            refused(
                    installation,
                    "there is no file",
                    "GRIDLOOM_TLS_CERT",
                    "absent.pem",
                    "GRIDLOOM_TLS_KEY",
                    "absent.key");
        }
    }

    private static void refused(Installation installation, String reason, String... environment) throws Exception {
        Process process = installation.launch(installation.gridloom().data(), environment);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        await().untilAsserted(() -> assertThat(installation.output()).contains(reason));
    }

    private static Map<String, Object> role() {
        return Map.of("code", "kept", "nameZh", "保留", "nameEn", "Kept", "permissions", new String[0]);
    }

    private static Manifest manifest() {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "org.acme.fatal");
        main.putValue("Bundle-Version", "1.0.0");
        main.putValue("Bundle-Activator", Fatal.class.getName());
        main.putValue("Import-Package", "org.osgi.framework");
        return manifest;
    }

    private static void add(JarOutputStream jar, Class<?> type) throws IOException {
        String entry = type.getName().replace('.', '/') + ".class";
        jar.putNextEntry(new ZipEntry(entry));
        try (InputStream in = type.getClassLoader().getResourceAsStream(entry)) {
            in.transferTo(jar);
        }
        jar.closeEntry();
    }

    /** A vendor's bundle at its worst. */
    public static final class Fatal implements BundleActivator {

        @Override
        public void start(BundleContext context) {
            Runtime.getRuntime().halt(7);
        }

        @Override
        public void stop(BundleContext context) {
            // Never comes so far.
        }
    }
}
