package org.gridloom.itests.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.gridloom.itests.harness.Archive;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Database;
import org.gridloom.itests.harness.Installation;
import org.gridloom.itests.harness.Rest;
import org.junit.jupiter.api.Test;

/** An empty installation becomes the district that a file describes: by a command, or from an archive made for it. */
class AssemblyIT {

    private static final Path DISTRICTS =
            Path.of("..", "districts").toAbsolutePath().normalize();
    private static final Path HEPING = DISTRICTS.resolve("heping/assembly.yaml");
    private static final Path SIMING = DISTRICTS.resolve("siming/assembly.yaml");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration STOP = Duration.ofMinutes(1);

    private static Installation empty(Database.Kind kind) {
        return Installation.on(kind.create(), "gridloom-organization", "gridloom-dashboard")
                .startAndAwaitReady();
    }

    @Test
    void anEmptyInstallationBecomesHepingAndTheSecondTimeNothingChanges() throws IOException {
        try (Installation installation = empty(Database.Kind.H2)) {
            Rest rest = installation.gridloom().rest();
            try (Console console = installation.gridloom().console()) {
                faultyFilesAreRefusedAndChangeNothing(installation, console);

                assertThat(run(console, "district:apply --dry-run " + HEPING)).contains("training.formats");
                unchanged(installation, console);
                assertThat(run(console, "district:apply " + HEPING)).contains("gridloom-training");
                installation.awaitReady();

                assertThat(rest.get("/api/organization/units/210102")
                                .ok()
                                .json()
                                .get("name")
                                .asText())
                        .isEqualTo("和平区");
                same(console, HEPING);
                assertThat(run(console, "district:apply " + SIMING, false))
                        .contains("district/code")
                        .contains("210102");
                exported(installation, console, HEPING);
            }
            assertThat(rest.get("/api/audit?subject=assembly/210102")
                            .ok()
                            .json()
                            .toString())
                    .contains("assembly.file.applied");
            assertThat(installation.terminate(STOP)).isIn(0, 143);
            installation.startAndAwaitReady();
            try (Console console = installation.gridloom().console()) {
                same(console, HEPING);
            }
            assertThat(installation.gridloom().log()).doesNotContain(" ERROR ");
        }
    }

    @Test
    void anEmptyInstallationBecomesSimingWithFiveLevelsAndNoTraining() {
        try (Installation installation = empty(Database.Kind.POSTGRESQL)) {
            try (Console console = installation.gridloom().console()) {
                run(console, "district:apply " + SIMING);
                installation.awaitReady();
                isSiming(installation, console);
                exported(installation, console, SIMING);
                assertThat(run(console, "district:diff " + SIMING + " " + HEPING))
                        .contains("host-household")
                        .contains("gridloom-training");
            }
            assertThat(installation.gridloom().log()).doesNotContain(" ERROR ");
        }
    }

    @Test
    void anArchiveForSimingStartsAsSimingAndStaysAsPeopleMakeIt() throws Exception {
        try (Installation installation = Installation.on(Database.Kind.H2.create())) {
            Path archive = installation.directory().resolve("siming.tar.gz");
            built("siming", archive);
            Path home = Archive.unpack(archive, installation.directory().resolve("siming"));
            assertThat(home.resolve("system/org/gridloom/org.gridloom.training"))
                    .doesNotExist();
            installation.use(home);
            Files.delete(installation.gridloom().data().resolve("modules"));

            installation.startAndAwaitReady();

            try (Console console = installation.gridloom().console()) {
                isSiming(installation, console);
                run(console, "settings:set org.gridloom.platform.web accent '#123456'");
            }
            installation.terminate(STOP);
            installation.startAndAwaitReady();
            try (Console console = installation.gridloom().console()) {
                assertThat(run(console, "district:diff " + SIMING + " running"))
                        .contains("#123456")
                        .contains("district/accent");
            }
            assertThat(installation.gridloom().log()).doesNotContain(" ERROR ");
        }
    }

    private static void isSiming(Installation installation, Console console) {
        same(console, SIMING);
        Rest rest = installation.gridloom().rest();
        assertThat(rest.get("/api/organization/units?level=street&size=100")
                        .ok()
                        .json()
                        .get("total")
                        .asInt())
                .isEqualTo(10);
        assertThat(rest.get("/api/organization/party-levels").ok().json().toString())
                .contains("building-group")
                .doesNotContain("host-household");
        assertThat(rest.get("/api/training/programmes").status()).isEqualTo(404);
        assertThat(rest.get("/").ok().body()).contains("思明区").contains("content=\"zh-CN\"");
    }

    /** Applied again nothing changes, and nothing is different. */
    private static void same(Console console, Path file) {
        assertThat(run(console, "district:apply " + file)).containsAnyOf("没有变化", "Nothing changes");
        assertThat(run(console, "district:diff " + file + " running")).containsAnyOf("没有差异", "no difference");
    }

    /** What is exported is the file itself, but for its comments. */
    private static void exported(Installation installation, Console console, Path file) {
        run(console, "district:export exported.yaml");
        Path exported = installation.gridloom().data().resolve("exported.yaml");
        assertThat(run(console, "district:diff " + exported + " " + file)).containsAnyOf("没有差异", "no difference");
        assertThat(withoutComments(exported)).isEqualTo(withoutComments(file));
        assertThat(run(console, "district:export exported.yaml", false)).contains("exported.yaml");
    }

    private static List<String> withoutComments(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.startsWith("#"))
                    .dropWhile(String::isEmpty)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void faultyFilesAreRefusedAndChangeNothing(Installation installation, Console console)
            throws IOException {
        String good = Files.readString(HEPING);
        // What is wrong, and a word of the refusal with the line that has it.
        Map<String, List<String>> faults = Map.of(
                good.replace("accent: '#b42318'", "accent: red"),
                List.of("district/accent"),
                good.replace("gridloom-dashboard:", "gridloom-dashbord:"),
                List.of("gridloom-dashbord"),
                good.replace("gridloom-training: 0.1.0.SNAPSHOT", "gridloom-training: 9.9"),
                List.of("0.1.0.SNAPSHOT"),
                good.replace("  - gridloom-district-heping", "  - gridloom-organization"),
                List.of("packs/0"),
                good.replace("position: 6", "position: six"),
                List.of("host-household/position"),
                good.replace("yellow: 5 WORK_DAYS", "yellow: soon"),
                List.of("organization.taskLamps/rows/0/yellow"),
                // Judged when training is installed for it, which then goes again.
                good.replace("{code: online, name: 网络课堂,", "{code: online,"),
                List.of("training.formats/rows/6"),
                // Refused by the register, in the transaction of all.
                good.replace("inForceFrom: 2024-05-10", "inForceFrom: 2099-05-10"),
                List.of("organization.taskLamps/basis"),
                good.replace("settings:", "setings:"),
                List.of("setings"),
                good + "district: {}\n",
                List.of("district"));
        int number = 0;
        for (Map.Entry<String, List<String>> fault : faults.entrySet()) {
            assertThat(fault.getKey()).isNotEqualTo(good);
            Path file = installation.gridloom().data().resolve("faulty-" + number++ + ".yaml");
            Files.writeString(file, fault.getKey());
            assertThat(run(console, "district:apply " + file, false))
                    .containsPattern("(行|row) ?\\d* ?")
                    .contains(fault.getValue());
            unchanged(installation, console);
        }
        run(console, "district:apply nosuch.yaml", false);
    }

    private static void unchanged(Installation installation, Console console) throws IOException {
        assertThat(Files.readAllLines(installation.gridloom().data().resolve("modules")))
                .containsExactly("gridloom-organization", "gridloom-dashboard");
        assertThat(run(console, "district:export"))
                .contains("district: {}", "documents: {}", "rules: {}", "settings: {}")
                .contains("host-household")
                .doesNotContain("gridloom-training");
    }

    private static String run(Console console, String command) {
        return run(console, command, true);
    }

    private static String run(Console console, String command, boolean succeeds) {
        Console.Result result = console.run(command, PATIENCE);
        return (succeeds ? result.ok() : result.refused()).output();
    }

    private static void built(String district, Path archive) throws IOException, InterruptedException {
        Path home = archive.resolveSibling("distribution-built-from");
        ProcessBuilder builder = new ProcessBuilder(DISTRICTS.resolve("build").toString(), district, archive.toString())
                .redirectErrorStream(true);
        builder.environment().put("GRIDLOOM_DISTRIBUTION", Archive.unpack(home).toString());
        Process build = builder.start();
        String output = new String(build.getInputStream().readAllBytes());
        assertThat(build.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(build.exitValue()).as(output).isZero();
        assertThat(output).contains(archive.toString());
    }
}
