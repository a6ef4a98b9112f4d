package org.gridloom.itests.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page whose blocks are run: lines after {@code >} in those marked {@code console} or {@code console drill}, lines after
 * {@code $} in those marked {@code shell}; the lines below each are part of what it prints.
 *
 * @param text the page
 * @param folder where shell commands run
 * @param environment of shell commands, besides the test's own
 * @param here puts the places of this test for the page's
 */
public record Guide(String text, Path folder, Map<String, String> environment, UnaryOperator<String> here) {

    private static final Pattern BLOCK =
            Pattern.compile("^```(console drill|console|shell)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    /** One command of the page and what it shows. */
    public record Step(String kind, String command, List<String> shown) {

        public boolean isForDrill() {
            return kind.equals("console drill");
        }
    }

    public static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
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

    /** Runs a command and finds what it shows. */
    public void run(Step step, Console console, Duration patience) throws IOException, InterruptedException {
        String output = step.kind().startsWith("console")
                ? console.run(here.apply(step.command())).ok().output()
                : shell(step.command(), patience);
        step.shown().forEach(part -> assertThat(output).as(step.command()).contains(part));
    }

    public String shell(String command, Duration patience) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", here.apply(command))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
        assertThat(process.exitValue()).as(command + "\n" + output).isZero();
        return output;
    }
}
