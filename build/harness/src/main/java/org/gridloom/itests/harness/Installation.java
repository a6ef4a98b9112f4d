package org.gridloom.itests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * The distribution unpacked and started by {@code bin/gridloom}, on a data directory and ports of its own, without a
 * local Maven repository and without a way out to the network.
 */
public final class Installation implements AutoCloseable {

    private final Path directory = Disk.temporary("installation");
    private final Path emptyHome = directory.resolve("home");
    private final Path output = directory.resolve("output.log");
    private final Database database;
    private final Gridloom gridloom;
    private final List<String> javaOptions = new ArrayList<>();
    private final Map<String, String> environment = new TreeMap<>();
    private Path distribution;
    private Process process;

    private Installation(Database database, List<String> modules) {
        this.database = database;
        try {
            Path data = Files.createDirectories(directory.resolve("data"));
            Files.createDirectories(emptyHome);
            Files.write(data.resolve("modules"), modules);
            this.gridloom = Gridloom.in(data);
            this.distribution = Archive.unpack(directory.resolve("distribution"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    }

    /** Unpacks the distribution; nothing is started yet. */
    public static Installation on(Database database, String... modules) {
        return new Installation(database, List.of(modules));
    }

    public Gridloom gridloom() {
        return gridloom;
    }

    public Path distribution() {
        return distribution;
    }

    /** The next start is from another unpacked distribution. */
    public void use(Path otherDistribution) {
        distribution = otherDistribution;
    }

    /** Further options of the JVM, from the next start on. */
    public Installation with(String... options) {
        javaOptions.addAll(List.of(options));
        return this;
    }

    /** A variable of the environment, from the next start on; null takes it away. */
    public Installation variable(String name, String value) {
        if (value == null) {
            environment.remove(name);
        } else {
            environment.put(name, value);
        }
        return this;
    }

    /** A file of a module's settings, from the next start on. */
    public Installation setting(String file, String content) {
        try {
            Files.writeString(
                    Files.createDirectories(gridloom.data().resolve("settings")).resolve(file), content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path directory() {
        return directory;
    }

    /** What the server wrote to its standard output, all starts together. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Process process() {
        return process;
    }

    /** Starts it and does not wait. */
    public Installation start() {
        process = launch(gridloom.data());
        return this;
    }

    public Installation startAndAwaitReady() {
        return start().awaitReady();
    }

    public Installation awaitReady() {
        gridloom.awaitReady(process::isAlive);
        return this;
    }

    /** Runs the start script with more or other settings beside the running one; for starts that are refused. */
    public Process launch(Path data, String... more) {
        ProcessBuilder builder = new ProcessBuilder(
                        distribution.resolve("bin/gridloom").toString())
                .directory(directory.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        var settings = builder.environment();
        settings.putAll(database.environment());
        settings.put("HOME", emptyHome.toString());
        settings.put("GRIDLOOM_DATA", data.toString());
        settings.put("GRIDLOOM_HTTP_PORT", Integer.toString(gridloom.httpPort()));
        settings.put("GRIDLOOM_SSH_PORT", Integer.toString(gridloom.sshPort()));
        settings.put("GRIDLOOM_JAVA_OPTS", String.join(" ", options()));
        settings.putAll(environment);
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every connection but to the loopback goes through a proxy that is not there. */
    private List<String> options() {
        List<String> options = new ArrayList<>(List.of(Gridloom.JVM_OPTION));
        options.addAll(javaOptions);
        options.add("-Duser.home=" + emptyHome);
        options.add("-Dhttp.proxyHost=127.0.0.1");
        options.add("-Dhttp.proxyPort=9");
        options.add("-Dhttps.proxyHost=127.0.0.1");
        options.add("-Dhttps.proxyPort=9");
        options.add("-DsocksProxyHost=127.0.0.1");
        options.add("-DsocksProxyPort=9");
        return options;
    }

    /** {@code kill -9}. */
    public void kill() {
        if (process != null) {
            process.destroyForcibly();
            awaitEnd(Duration.ofSeconds(30));
        }
    }

    /** SIGTERM; gives the exit code. */
    public int terminate(Duration patience) {
        process.destroy();
        awaitEnd(patience);
        return process.exitValue();
    }

    private void awaitEnd(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("The server did not end within " + patience);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
        database.close();
        Disk.delete(directory);
    }
}
