package org.gridloom.itests.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridloom.itests.harness.Archive;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Database;
import org.gridloom.itests.harness.Gridloom;
import org.gridloom.itests.harness.Guide;
import org.gridloom.itests.harness.Installation;
import org.gridloom.itests.harness.Ports;
import org.gridloom.itests.harness.SnowVersions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What {@code docs/operator-guide.md} tells an operator to type works as it says, in its order; then there are the modules whose
 * commands its text names.
 */
@TestMethodOrder(MethodOrderer.MethodName.class)
class OperatorGuideIT {

    private static final Path GUIDE = Path.of("..", "docs", "operator-guide.md");
    private static final Pattern NAMED = Pattern.compile("`([a-z]+:[a-z][a-z-]+)[ `]");

    private static final String STARTED = "## First start";
    /** A self-signed certificate is made within a second or two, a start takes longer. */
    private static final Duration OF_THE_SHELL = Duration.ofMinutes(6);

    private static Installation installation;
    private static Gridloom drill;
    private static Path root;
    private static Guide guide;

    /** On a machine of its own, as it were, with the files that a vendor has sent; then installed as the page says. */
    @BeforeAll
    static void install() throws Exception {
        installation = Installation.on(Database.Kind.H2.create(), "gridloom-organization", "gridloom-dashboard");
        root = installation.directory().resolve("root");
        for (String folder : List.of("opt", "srv/vendor", "etc/sysusers.d", "etc/systemd/system")) {
            Files.createDirectories(root.resolve(folder));
        }
        Files.copy(SnowVersions.FIRST, root.resolve("srv/vendor/snow-clearing-1.0.0.kar"));
        SnowVersions.withColours(root.resolve("srv/vendor"), "1.1.0");
        drill = new Gridloom(root.resolve("srv/drill"), Ports.free(), Ports.free());
        String page = Guide.read(GUIDE);
        int started = page.indexOf(STARTED);
        for (Guide.Step step : guide(page.substring(0, started)).steps()) {
            assertThat(step.kind()).as("before it runs").isEqualTo("shell");
            guide(page).run(step, null, OF_THE_SHELL);
        }
        installation.use(root.resolve("opt/gridloom"));
        installation.startAndAwaitReady();
        guide = guide(page.substring(started));
    }

    private static Guide guide(String text) {
        return new Guide(
                text,
                Path.of("."),
                Map.of("GRIDLOOM_JAVA_OPTS", Gridloom.JVM_OPTION, "HOME", root.toString()),
                OperatorGuideIT::here);
    }

    @AfterAll
    static void stop() throws IOException {
        Path pid = drill.data().resolve("pid");
        if (Files.exists(pid)) {
            ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).ifPresent(ProcessHandle::destroyForcibly);
        }
        installation.close();
    }

    @Test
    void eachBlockRunsAsThePageSays() throws Exception {
        List<Guide.Step> steps = guide.steps();
        assertThat(steps).hasSizeGreaterThan(80).anyMatch(Guide.Step::isForDrill);
        for (Guide.Step step : steps) {
            try (Console console = (step.isForDrill() ? drill : installation.gridloom()).console()) {
                guide.run(step, console, OF_THE_SHELL);
            }
        }
        assertThat(installation.gridloom().log()).doesNotContain(" ERROR ");
        assertThat(drill.data()).doesNotExist();
    }

    @Test
    void eachCommandThatTheTextNamesIsThere() {
        Set<String> named = new TreeSet<>();
        Matcher matcher = NAMED.matcher(guide.text());
        while (matcher.find()) {
            named.add(matcher.group(1));
        }
        named.remove("feature:install");
        assertThat(named).contains("account:separate", "gridloom:restore");
        try (Console console = installation.gridloom().console()) {
            for (String command : named) {
                assertThat(console.run(command + " --help").ok().output())
                        .as(command)
                        .contains(command);
            }
        }
    }

    @Test
    void theUnitForSystemdStartsWhatTheDistributionHas() throws Exception {
        Path unit = root.resolve("etc/systemd/system/gridloom.service");
        String text = Files.readString(unit);
        Matcher start = Pattern.compile("^ExecStart=(\\S+)$", Pattern.MULTILINE).matcher(text);
        assertThat(start.find()).isTrue();
        assertThat(Path.of(here(start.group(1)))).isExecutable();
        Path tool = Path.of("/usr/bin/systemd-analyze");
        if (Files.isExecutable(tool)) {
            Path copy = Files.writeString(installation.directory().resolve("gridloom.service"), here(text));
            assertThat(guide.shell(tool + " verify " + copy, OF_THE_SHELL)).doesNotContain("gridloom.service:");
        }
    }

    /** The page's places, as they are in this installation. */
    private static String here(String text) {
        String archive = Archive.file().getFileName().toString();
        return text.replaceAll("(?<![\\w.])/(opt|etc|srv)(?=[/\\s]|$)", Matcher.quoteReplacement(root + "/") + "$1")
                .replace("gridloom-distribution-VERSION.tar.gz", Archive.file().toString())
                .replace("gridloom-distribution-VERSION", archive.substring(0, archive.indexOf(".tar.gz")))
                .replace("/var/lib/gridloom", installation.gridloom().data().toString())
                .replace(
                        "127.0.0.1:8181", "127.0.0.1:" + installation.gridloom().httpPort())
                .replaceAll("\\b8282\\b", Integer.toString(drill.httpPort()))
                .replaceAll("\\b8202\\b", Integer.toString(drill.sshPort()))
                .replace("-g gridloom", "-g $(id -gn)");
    }
}
