package org.gridloom.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.gridloom.itests.harness.Archive;
import org.gridloom.itests.harness.Database;
import org.gridloom.itests.harness.Disk;
import org.gridloom.itests.harness.Installation;
import org.gridloom.itests.harness.Ports;

/** From nothing to ready, beside Karaf as it is published, from nothing to an open SSH port; first and second starts. */
final class StartBenchmark {

    private static final String FIRST_KARAF = "Karaf alone, first start";
    private static final String SECOND_KARAF = "Karaf alone, second start";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Options options;
    private final Map<String, Side> sides = new LinkedHashMap<>();

    StartBenchmark(Options options) {
        this.options = options;
    }

    /** What one start took. */
    private record Start(double seconds, double processorSeconds, double megabytes) {}

    private static final class Side {
        private final String floor;
        private final List<Double> seconds = new ArrayList<>();
        private final List<Double> processor = new ArrayList<>();
        private final List<Double> memory = new ArrayList<>();

        Side(String floor) {
            this.floor = floor;
        }
    }

    void run() {
        for (int round = 0; round < options.rounds(); round++) {
            karaf();
            gridloom("empty", "gridloom-organization");
            gridloom("with demo data", "gridloom-organization", "gridloom-district-heping");
            Report.line("round " + (round + 1) + " done");
        }
        Table table = new Table("start", "s to ready", "× Karaf", "processor s", "× Karaf", "RSS MB", "× Karaf");
        sides.forEach((name, side) -> {
            Side floor = sides.get(side.floor);
            table.row(
                    name,
                    Sample.of(side.seconds).shown("%.1f"),
                    Sample.of(side.seconds).over(Sample.of(floor.seconds)).shown("%.2f"),
                    Sample.of(side.processor).shown("%.1f"),
                    Sample.of(side.processor).over(Sample.of(floor.processor)).shown("%.2f"),
                    Sample.of(side.memory).shown("%.0f"),
                    Sample.of(side.memory).over(Sample.of(floor.memory)).shown("%.2f"));
        });
        table.print();
    }

    private void record(String name, String floor, Start start) {
        Side side = sides.computeIfAbsent(name, each -> new Side(floor));
        side.seconds.add(start.seconds());
        side.processor.add(start.processorSeconds());
        side.memory.add(start.megabytes());
    }

    private void gridloom(String what, String... features) {
        try (Installation installation = Installation.on(Database.Kind.H2.create(), features)) {
            record(what + ", first start", FIRST_KARAF, gridloom(installation));
            installation.terminate(PATIENCE);
            record(what + ", second start", SECOND_KARAF, gridloom(installation));
        }
    }

    private static Start gridloom(Installation installation) {
        long start = System.nanoTime();
        installation.start();
        return awaited(start, installation.process(), installation.gridloom()::isReady);
    }

    /** Only its ports are changed, so that it disturbs nobody. */
    private void karaf() {
        Path folder = Disk.temporary("karaf");
        try {
            Path home = Archive.unpack(Path.of(System.getProperty("karaf.archive")), folder);
            int ssh = Ports.free();
            set(home.resolve("etc/org.apache.karaf.shell.cfg"), "sshPort", ssh);
            set(home.resolve("etc/org.apache.karaf.management.cfg"), "rmiRegistryPort", Ports.free());
            set(home.resolve("etc/org.apache.karaf.management.cfg"), "rmiServerPort", Ports.free());
            record(FIRST_KARAF, FIRST_KARAF, karaf(home, ssh));
            record(SECOND_KARAF, SECOND_KARAF, karaf(home, ssh));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Disk.delete(folder);
        }
    }

    private static Start karaf(Path home, int ssh) throws IOException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(home.resolve("bin/karaf").toString(), "server")
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("output").toFile())
                .start();
        try {
            return awaited(start, process, () -> isOpen(ssh));
        } finally {
            end(process);
        }
    }

    private static void set(Path file, String key, int value) throws IOException {
        Files.writeString(file, Files.readString(file).replaceAll("(?m)^(\\s*" + key + "\\s*=).*$", "$1 " + value));
    }

    private static boolean isOpen(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static Start awaited(long start, Process process, BooleanSupplier ready) {
        while (!ready.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new IllegalStateException("It did not start");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Start(
                seconds,
                all(process)
                        .mapToDouble(each -> each.info()
                                        .totalCpuDuration()
                                        .orElse(Duration.ZERO)
                                        .toMillis()
                                / 1e3)
                        .sum(),
                all(process).mapToDouble(StartBenchmark::megabytes).sum());
    }

    private static Stream<ProcessHandle> all(Process process) {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants());
    }

    private static double megabytes(ProcessHandle process) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }

    /** Karaf's script hands the signal on to Java; what does not end by itself is ended. */
    private static void end(Process process) {
        List<ProcessHandle> all = all(process).toList();
        all.forEach(ProcessHandle::destroy);
        all.forEach(each -> each.onExit()
                .orTimeout(1, TimeUnit.MINUTES)
                .exceptionally(slow -> {
                    each.destroyForcibly();
                    return each;
                })
                .join());
    }
}
