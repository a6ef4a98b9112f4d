package org.gridloom.itests.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Tools that npm brings, in the versions of the lock file. */
final class NodeTools {

    private final Path folder;

    /** @param folder that has package.json and package-lock.json */
    NodeTools(Path folder) {
        this.folder = folder;
        try {
            Path installed = folder.resolve("node_modules/.package-lock.json");
            Path wanted = folder.resolve("package-lock.json");
            if (!Files.exists(installed)
                    || Files.getLastModifiedTime(installed).compareTo(Files.getLastModifiedTime(wanted)) < 0) {
                Outcome outcome = run(List.of("npm", "ci"));
                if (outcome.exitCode() != 0) {
                    throw new IllegalStateException("npm ci: " + outcome.output());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a tool to its end. */
    Outcome run(String tool, String... arguments) {
        return run(command(tool, arguments));
    }

    /** Starts a tool that goes on; what it says is in the file. */
    Process start(Path output, String tool, String... arguments) {
        try {
            return builder(command(tool, arguments))
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(String tool, String... arguments) {
        List<String> command = new ArrayList<>(List.of("node", "node_modules/.bin/" + tool));
        command.addAll(List.of(arguments));
        return command;
    }

    private ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("NO_COLOR", "1");
        builder.environment().put("REDOCLY_TELEMETRY", "off");
        builder.environment().put("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
        return builder;
    }

    private Outcome run(List<String> command) {
        try {
            Process process = builder(command).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** How it ended. */
    record Outcome(int exitCode, String output) {}
}
