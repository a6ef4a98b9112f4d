package org.gridloom.platform.testkit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * A real PostgreSQL of its own on the loopback interface, without an installation, for as long as a test needs it. Works
 * as root too: the server then runs as {@code nobody}. Can be killed and started again on the same port and data.
 */
public final class PostgresServer implements AutoCloseable {

    /** Account that may do everything; it needs no password. */
    public static final String USER = "postgres";

    private static final int NOBODY = 65534;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static PostgresServer shared;

    private final Path home;
    private final Path data;
    private final int port;
    private final boolean durable;
    private Process process;

    private PostgresServer(boolean durable) throws IOException {
        this.durable = durable;
        home = extracted();
        data = Files.createTempDirectory("gridloom-postgres-data-");
        port = freePort();
        if (root()) {
            Files.setAttribute(data, "unix:uid", NOBODY);
            Files.setAttribute(data, "unix:gid", NOBODY);
        }
        run("initdb", "-D", data.toString(), "-U", USER, "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync");
    }

    /** Makes a cluster in a temporary folder and starts it on a free port. Close it to remove both. */
    public static PostgresServer start() {
        return start(true);
    }

    private static PostgresServer start(boolean durable) {
        try {
            PostgresServer server = new PostgresServer(durable);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            server.restart();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One for all tests of this JVM; ends with it. It trusts the machine not to lose power, looks for deadlocks soon, and
     * is the faster for both.
     */
    public static synchronized PostgresServer shared() {
        if (shared == null) {
            shared = start(false);
        }
        return shared;
    }

    public int port() {
        return port;
    }

    /** Address of a database for {@code GRIDLOOM_DB_URL}; the user is {@link #USER}, without password. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /**
     * Makes an empty database.
     *
     * @param database letters, digits and underscores
     * @return its address
     */
    public String create(String database) {
        return create(database, "template1");
    }

    /** Makes a copy of a database that nobody is connected to. */
    String create(String database, String template) {
        execute("create database " + database + " template " + template);
        return url(database);
    }

    /** Removes a database, whoever is connected to it. */
    public void drop(String database) {
        execute("drop database if exists " + database + " with (force)");
    }

    /** The folder of the cluster's files (tables in {@code base}, the log of changes in {@code pg_wal}), all written out. */
    public Path writtenFiles() {
        execute("checkpoint");
        return data;
    }

    /** Kills the server and all its processes at once, as a power cut would. */
    public synchronized void kill() {
        if (process != null) {
            List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
            process.destroyForcibly();
            all.forEach(ProcessHandle::destroyForcibly);
            await(() -> !process.isAlive() && all.stream().noneMatch(ProcessHandle::isAlive), "end");
            process = null;
        }
    }

    /** Starts the server, after {@link #kill} on the data that was committed. Returns when it answers. */
    public synchronized void restart() {
        if (process != null) {
            return;
        }
        try {
            process = new ProcessBuilder(command(
                            "postgres",
                            "-D",
                            data.toString(),
                            "-p",
                            Integer.toString(port),
                            "-h",
                            "127.0.0.1",
                            "-k",
                            "",
                            "-c",
                            "fsync=" + durable,
                            "-c",
                            // Within its folder, where a kill leaves nothing behind.
                            "dynamic_shared_memory_type=mmap",
                            "-c",
                            "deadlock_timeout=" + (durable ? "1s" : "100ms")))
                    .redirectErrorStream(true)
                    .redirectOutput(
                            data.resolveSibling(data.getFileName() + ".log").toFile())
                    .directory(data.getParent().toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await(this::answers, "answer");
    }

    @Override
    public synchronized void close() {
        kill();
        delete(data);
        delete(data.resolveSibling(data.getFileName() + ".log"));
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url(USER), USER, "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new IllegalStateException("PostgreSQL did not start, see " + data + ".log");
        }
        try (Connection connection = DriverManager.getConnection(url(USER), USER, "")) {
            return connection.isValid(1);
        } catch (SQLException ignored) {
            return false;
        }
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(Condition condition, String what) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("PostgreSQL does not " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private void run(String program, String... arguments) throws IOException {
        Process run = new ProcessBuilder(command(program, arguments))
                .redirectErrorStream(true)
                .directory(data.getParent().toFile())
                .start();
        String output = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (run.waitFor() != 0) {
                throw new IOException(program + " failed: " + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(program + " was interrupted", e);
        }
    }

    /** PostgreSQL refuses to run as root. */
    private List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (root()) {
            command.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        }
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** The programs, taken out of their jar once for each version and user of this machine. */
    private static Path extracted() throws IOException {
        String name = archive();
        ClassLoader loader = PostgresServer.class.getClassLoader();
        try (InputStream in = loader.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("No PostgreSQL for this machine on the class path: " + name);
            }
            int size = in.available();
            Path home = Path.of(System.getProperty("java.io.tmpdir"))
                    .resolve("gridloom-postgres-" + System.getProperty("user.name") + "-" + digest(loader, name));
            Files.createDirectories(home);
            Path done = home.resolve("complete");
            try (FileChannel channel = FileChannel.open(
                            home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid() && size >= 0 && Files.notExists(done)) {
                    extract(in, home);
                    Files.createFile(done);
                }
            }
            return home;
        }
    }

    private static String digest(ClassLoader loader, String name) {
        return Integer.toHexString(String.valueOf(loader.getResource(name)).hashCode());
    }

    private static String archive() {
        boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        return "postgres-" + (mac ? "darwin" : "linux") + "-" + (arm && !mac ? "arm_64" : "x86_64") + ".txz";
    }

    private static void extract(InputStream in, Path home) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(in)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = home.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(target.getParent());
                    Files.deleteIfExists(target);
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(target.getParent());
                    Files.deleteIfExists(target);
                    Files.copy(tar, target);
                    boolean program = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path path) {
        if (Files.notExists(path)) {
            return;
        }
        try {
            Files.walkFileTree(path, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
                    Files.delete(folder);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
