package org.gridloom.itests.installation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gridloom.itests.harness.Archive;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Database;
import org.gridloom.itests.harness.Installation;
import org.gridloom.itests.harness.LaterVersions;
import org.gridloom.itests.harness.Rest;
import org.gridloom.itests.harness.SnowVersions;
import org.gridloom.itests.harness.Territory;
import org.junit.jupiter.api.Test;

/** An empty installation becomes the district that a file describes: by a command, or from an archive made for it. */
class AssemblyIT {

    private static final Path DISTRICTS =
            Path.of("..", "districts").toAbsolutePath().normalize();
    private static final Path HEPING = DISTRICTS.resolve("heping/assembly.yaml");
    private static final Path SIMING = DISTRICTS.resolve("siming/assembly.yaml");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration STOP = Duration.ofMinutes(1);
    /** Refused by the register, in the transaction of all, with the line of what cites the document. */
    private static final Fault LATE = new Fault(
            "inForceFrom: 2024-05-10",
            "inForceFrom: 2099-05-10",
            "organization.taskLamps/basis",
            "    basis: [和委办发〔2024〕演示3号]");

    private static final String TEAMS = "/api/snow/teams";

    /**
     * What is wrong in a file, and how it is told.
     *
     * @param word of the refusal
     * @param line where the fault is
     */
    private record Fault(String right, String wrong, String word, String line) {

        Fault(String right, String wrong, String word) {
            this(right, wrong, word, wrong.strip().lines().findFirst().orElseThrow());
        }

        void isRefused(Installation installation, Console console, String good) throws IOException {
            String text = good.replace(right, wrong);
            assertThat(text).isNotEqualTo(good);
            List<String> lines = text.lines().toList();
            int row = lines.lastIndexOf(lines.stream()
                            .filter(each -> each.contains(line))
                            .reduce((one, other) -> other)
                            .orElseThrow())
                    + 1;
            Path file = Files.writeString(installation.gridloom().data().resolve("faulty.yaml"), text);
            assertThat(run(console, "district:apply " + file, false))
                    .containsPattern("第 " + row + " 行|row " + row + "\\b")
                    .contains(word);
        }
    }

    /** What there is, and how much has ever been noted of it. */
    private record Records(JsonNode figures, long entries, long events) {

        static Records of(Rest rest) {
            JsonNode figures = rest.get("/api/figures?unit=210102").ok().json();
            assertThat(figures.get("items")).isNotEmpty();
            return new Records(figures, rest.total("/api/audit"), rest.total("/api/events"));
        }
    }

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
            Records before = Records.of(rest);
            assertThat(installation.terminate(STOP)).isIn(0, 143);
            installation.startAndAwaitReady();
            // The demo pack meets a district that has it already.
            assertThat(Records.of(rest)).isEqualTo(before);
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

    @Test
    void anArchiveForHepingHoldsItsModulesAndNoOther() throws Exception {
        try (Installation installation = Installation.on(Database.Kind.H2.create())) {
            Path archive = installation.directory().resolve("heping.tar.gz");
            built("heping", archive);
            Path home = Archive.unpack(archive, installation.directory().resolve("heping"));
            Path bundles = home.resolve("system/org/gridloom");
            assertThat(names(bundles))
                    .contains("org.gridloom.organization", "org.gridloom.training", "org.gridloom.districts.heping")
                    .containsExactlyInAnyOrderElementsOf(
                            names(installation.distribution().resolve("system/org/gridloom")).stream()
                                    .filter(name -> !List.of(
                                                    "org.gridloom.districts.siming", "org.gridloom.districts.country")
                                            .contains(name))
                                    .toList());
            assertThat(Files.readString(home.resolve("etc/org.apache.karaf.features.cfg")))
                    .contains("district-heping", "/training")
                    .doesNotContain("siming", "country");
            assertThat(Files.readAllLines(home.resolve("modules")))
                    .containsExactly("gridloom-dashboard", "gridloom-organization", "gridloom-training");
            assertThat(home.resolve("assembly.yaml")).hasSameTextualContentAs(HEPING);
        }
    }

    @Test
    void aFileUpdatesAVendorsModuleAndTakesItAwayOnOneDatabase() throws IOException {
        try (Installation installation = empty(Database.Kind.H2)) {
            Rest rest = installation.gridloom().rest();
            try (Console console = installation.gridloom().console()) {
                bothVersionsAreThere(installation, console);
                new Territory(rest).create(null, "210102", "和平区");
                rest.post(TEAMS, Map.of("code", "XD-1", "name", "一队", "unit", "210102", "people", 8, "machines", 2))
                        .ok();
                Path first = capabilities(installation, "snow-clearing: 1.0.0");
                same(console, first);
                Path second = capabilities(installation, "snow-clearing: 1.1.0");
                assertThat(run(console, "district:diff " + second + " running"))
                        .contains("capabilities/snow-clearing", "1.0.0", "1.1.0");

                run(console, "district:apply " + second);

                isAt(installation, console, "snow-clearing/1.1.0");
                rest.get("/api/snow/colours").ok();
                rest.get(TEAMS + "/XD-1").ok();
                same(console, second);
                new Fault("clearing: 1.1.0", "clearing: 1.0.0", "module:rollback snow-clearing")
                        .isRefused(installation, console, Files.readString(second));
                new Fault("clearing: 1.1.0", "clearing: 2.0.0", "1.1.0, 1.0.0")
                        .isRefused(installation, console, Files.readString(second));
                isAt(installation, console, "snow-clearing/1.1.0");

                run(console, "district:apply " + capabilities(installation, ""));

                assertThat(rest.get(TEAMS).status()).isEqualTo(404);
                assertThat(run(console, "district:export")).doesNotContain("snow-clearing");
                run(console, "district:apply " + second);
                rest.get(TEAMS + "/XD-1").ok();
            }
            assertThat(installation.gridloom().log()).doesNotContain(" ERROR ");
        }
    }

    @Test
    void anUpdateIsTakenBackWhereARecordOfTheFileIsRefused() throws IOException {
        try (Installation installation = empty(Database.Kind.H2)) {
            try (Console console = installation.gridloom().console()) {
                bothVersionsAreThere(installation, console);
                String heping =
                        Files.readString(HEPING).replace("capabilities:\n", "capabilities:\n  snow-clearing: 1.1.0\n");

                LATE.isRefused(installation, console, heping);

                isAt(installation, console, "snow-clearing/1.0.0");
                assertThat(installation
                                .gridloom()
                                .rest()
                                .get("/api/snow/colours")
                                .status())
                        .isEqualTo(404);
                assertThat(run(console, "district:export")).doesNotContain("gridloom-training");
            }
            assertThat(installation.gridloom().log()).doesNotContain(" ERROR ");
        }
    }

    /** The first one runs. */
    private static void bothVersionsAreThere(Installation installation, Console console) {
        run(console, "module:install " + SnowVersions.FIRST);
        run(console, "module:update " + SnowVersions.withColours(installation.directory(), "1.1.0"));
        run(console, "module:rollback snow-clearing");
    }

    private static Path capabilities(Installation installation, String other) throws IOException {
        return Files.write(
                installation.directory().resolve(other.replaceAll("[: ]+", "-") + "district.yaml"),
                List.of(
                        "capabilities:",
                        "  gridloom-organization: " + LaterVersions.FIRST,
                        "  gridloom-dashboard: " + LaterVersions.FIRST,
                        other.isEmpty() ? "" : "  " + other));
    }

    private static void isAt(Installation installation, Console console, String module) throws IOException {
        assertThat(Files.readAllLines(installation.gridloom().data().resolve("modules")))
                .contains(module);
        assertThat(run(console, "district:export")).contains(module.replace("/", ": "));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
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
        List<Fault> faults = List.of(
                new Fault("accent: '#b42318'", "accent: red", "district/accent"),
                new Fault("gridloom-dashboard:", "gridloom-dashbord:", "gridloom-dashbord"),
                new Fault("gridloom-training: 0.1.0.SNAPSHOT", "gridloom-training: 9.9", "0.1.0.SNAPSHOT"),
                new Fault("  - gridloom-district-heping", "  - gridloom-organization", "packs/0"),
                new Fault("position: 6", "position: six", "host-household/position"),
                new Fault("yellow: 5 WORK_DAYS", "yellow: soon", "organization.taskLamps/rows/0/yellow"),
                // Judged when training is installed for it, which then goes again.
                new Fault("{code: online, name: 网络课堂,", "{code: online,", "training.formats/rows/6"),
                LATE,
                new Fault("settings:", "setings:", "setings"),
                new Fault("\nsettings:", "\ndistrict: {}\nsettings:", "district"));
        for (Fault fault : faults) {
            fault.isRefused(installation, console, good);
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
