package org.gridloom.itests.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Database;
import org.gridloom.itests.harness.Installation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code docs/operator-guide.md} tells an operator to type works as it says, in its order. */
class OperatorGuideIT {

    private static final Path GUIDE = Path.of("..", "docs", "operator-guide.md");
    private static final Pattern BLOCK =
            Pattern.compile("^```(console|shell)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern NAMED = Pattern.compile("`([a-z]+:[a-z][a-z-]+)[ `]");

    private static Installation installation;
    private static String guide;

    /** One command of the page and what it shows. */
    private record Step(String kind, String command, List<String> shown) {}

    @BeforeAll
    static void start() throws IOException {
        guide = Files.readString(GUIDE);
        installation = Installation.on(Database.Kind.H2.create(), "gridloom-organization", "gridloom-dashboard")
                .startAndAwaitReady();
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @Test
    void eachBlockRunsAsThePageSays() throws Exception {
        List<Step> steps = steps();
        assertThat(steps).hasSizeGreaterThan(20);
        try (Console console = installation.gridloom().console()) {
            for (Step step : steps) {
                String output = step.kind().equals("console")
                        ? console.run(step.command()).ok().output()
                        : shell(step.command());
                step.shown()
                        .forEach(part -> assertThat(output).as(step.command()).contains(part));
            }
        }
        assertThat(installation.gridloom().log()).doesNotContain(" ERROR ");
    }

    @Test
    void eachCommandThatTheTextNamesIsThere() {
        Set<String> named = new TreeSet<>();
        Matcher matcher = NAMED.matcher(guide);
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
            assertThat(shell(tool + " verify " + copy)).doesNotContain("gridloom.service:");
        }
    }

    private static List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        Matcher block = BLOCK.matcher(guide);
        while (block.find()) {
            for (String line : block.group(2).lines().toList()) {
                if (line.startsWith("> ") || line.startsWith("$ ")) {
                    steps.add(new Step(block.group(1), line.substring(2), new ArrayList<>()));
                } else {
                    steps.get(steps.size() - 1).shown().add(line);
                }
            }
        }
        return steps;
    }

    private static String shell(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("bash", "-c", here(command))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(command + "\n" + output).isZero();
        return output;
    }

    /** The page's places, as they are in this installation. */
    private static String here(String text) {
        return text.replace("/opt/gridloom", installation.distribution().toString())
                .replace("/var/lib/gridloom", installation.gridloom().data().toString())
                .replace(
                        "127.0.0.1:8181", "127.0.0.1:" + installation.gridloom().httpPort());
    }
}
