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
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Database;
import org.gridloom.itests.harness.Guide;
import org.gridloom.itests.harness.Installation;
import org.gridloom.itests.harness.SnowVersions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code docs/operator-guide.md} tells an operator to type works as it says, in its order. */
class OperatorGuideIT {

    private static final Path GUIDE = Path.of("..", "docs", "operator-guide.md");
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Pattern NAMED = Pattern.compile("`([a-z]+:[a-z][a-z-]+)[ `]");

    private static Installation installation;
    private static Guide guide;

    /** With the files that a vendor has sent. */
    @BeforeAll
    static void start() throws IOException {
        installation = Installation.on(Database.Kind.H2.create(), "gridloom-organization", "gridloom-dashboard")
                .startAndAwaitReady();
        Path vendor = Files.createDirectories(installation.directory().resolve("vendor"));
        Files.copy(SnowVersions.FIRST, vendor.resolve("snow-clearing-1.0.0.kar"));
        SnowVersions.withColours(vendor, "1.1.0");
        guide = new Guide(Guide.read(GUIDE), Path.of("."), Map.of(), OperatorGuideIT::here);
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @Test
    void eachBlockRunsAsThePageSays() throws Exception {
        List<Guide.Step> steps = guide.steps();
        assertThat(steps).hasSizeGreaterThan(20);
        try (Console console = installation.gridloom().console()) {
            for (Guide.Step step : steps) {
                guide.run(step, console, PATIENCE);
            }
        }
        assertThat(installation.gridloom().log()).doesNotContain(" ERROR ");
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
        Path unit = installation.distribution().resolve("systemd/gridloom.service");
        String text = Files.readString(unit);
        Matcher start = Pattern.compile("^ExecStart=(\\S+)$", Pattern.MULTILINE).matcher(text);
        assertThat(start.find()).isTrue();
        assertThat(Path.of(here(start.group(1)))).isExecutable();
        for (String file : List.of("gridloom.sysusers", "gridloom.env")) {
            assertThat(unit.resolveSibling(file)).isRegularFile();
        }
        Path tool = Path.of("/usr/bin/systemd-analyze");
        if (Files.isExecutable(tool)) {
            Path copy = Files.writeString(installation.directory().resolve("gridloom.service"), here(text));
            assertThat(guide.shell(tool + " verify " + copy, PATIENCE)).doesNotContain("gridloom.service:");
        }
    }

    /** The page's places, as they are in this installation. */
    private static String here(String text) {
        return text.replace("/opt/gridloom", installation.distribution().toString())
                .replace(
                        "/srv/vendor",
                        installation.directory().resolve("vendor").toString())
                .replace("/var/lib/gridloom", installation.gridloom().data().toString())
                .replace(
                        "127.0.0.1:8181", "127.0.0.1:" + installation.gridloom().httpPort());
    }
}
