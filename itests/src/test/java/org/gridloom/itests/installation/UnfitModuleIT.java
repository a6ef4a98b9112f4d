package org.gridloom.itests.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Database;
import org.gridloom.itests.harness.EditedJar;
import org.gridloom.itests.harness.Gridloom;
import org.gridloom.itests.harness.Installation;
import org.gridloom.itests.harness.KarFile;
import org.gridloom.itests.harness.Rest;
import org.gridloom.itests.harness.Rest.Answer;
import org.gridloom.itests.harness.SnowVersions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start with modules that do not fit the distribution any more: all others run, and these are named with the reason. */
class UnfitModuleIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String STORED =
            "store/snow-clearing-1.0.0/com/example/com.example.snow/1.0.0/com.example.snow-1.0.0.jar";

    @TempDir
    private Path folder;

    @Test
    void theOthersRunAndItIsNamedUntilItIsMended() throws IOException {
        try (Installation installation = Installation.on(Database.Kind.H2.create(), "gridloom-organization")
                .startAndAwaitReady()) {
            Gridloom gridloom = installation.gridloom();
            try (Console console = gridloom.console()) {
                console.run("module:install " + SnowVersions.FIRST).ok();
            }
            installation.terminate(PATIENCE);

            // As if the distribution were another: it has not what the module needs.
            Files.write(gridloom.data().resolve(STORED), needingNewerApi().bytes());
            Files.writeString(gridloom.data().resolve("modules"), "acme-gone/3.0.0\n", StandardOpenOption.APPEND);
            installation.start();
            await().atMost(PATIENCE).until(() -> missing(gridloom).equals(List.of("acme-gone", "snow-clearing")));

            Rest rest = gridloom.rest();
            rest.get("/api/organization/units").ok();
            assertThat(rest.get("/api/snow/teams").status()).isEqualTo(404);
            assertThat(rest.get("/api/modules").ok().json().get("failed").toString())
                    .contains("snow-clearing", "9.1.0", "acme-gone", "store/");
            try (Console console = gridloom.console()) {
                assertThat(console.run("module:list").ok().output()).contains("snow-clearing", "9.1.0", "acme-gone");
                assertThat(console.run("gridloom:doctor").output())
                        .contains("snow-clearing", "module:uninstall acme-gone");
                console.run("module:uninstall acme-gone").ok();
                console.run("module:install " + KarFile.snow("1.0.1").in(folder, SnowVersions.edited()))
                        .ok();
            }
            installation.awaitReady();
            rest.get("/api/snow/teams").ok();

            installation.kill();
            installation.startAndAwaitReady();
            rest.get("/api/snow/teams").ok();
            assertThat(gridloom.log()).doesNotContain(" ERROR ");
        }
    }

    private static EditedJar needingNewerApi() {
        return SnowVersions.edited()
                .header(
                        "Require-Capability",
                        former -> former.replaceFirst(
                                "org.gridloom.api;filter:=\"[^\"]*\"",
                                "org.gridloom.api;filter:=\"(&(version>=9.1.0)(!(version>=10.0.0)))\""));
    }

    private static List<String> missing(Gridloom gridloom) {
        try {
            Answer answer = gridloom.anonymous().get("/api/health/ready");
            return answer.status() == 404
                    ? List.of()
                    : answer.json().get("missing").findValuesAsText("name").stream()
                            .sorted()
                            .toList();
        } catch (RuntimeException notThereYet) {
            return List.of();
        }
    }
}
