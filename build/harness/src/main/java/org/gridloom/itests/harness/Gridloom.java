package org.gridloom.itests.harness;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;

/**
 * A container under test, as its users see it.
 *
 * @param data its data directory
 * @param httpPort port of web and REST
 * @param sshPort port of the console
 */
public record Gridloom(Path data, int httpPort, int sshPort) {

    static final Duration BOOT = Duration.ofMinutes(10);

    /** Servers under test live for a minute or two, as a rule: the second compiler costs them more than it brings. */
    public static final String JVM_OPTION = System.getProperty("gridloom.jvm.option", "-XX:TieredStopAtLevel=1");

    static Gridloom in(Path data) {
        return new Gridloom(data, Ports.free(), Ports.free());
    }

    public Rest anonymous() {
        return Rest.anonymous(URI.create("http://127.0.0.1:" + httpPort), logFile());
    }

    public Rest rest() {
        Login admin = admin();
        return anonymous().as(admin.username(), admin.password());
    }

    public Console console() {
        Login admin = admin();
        return console(admin.username(), admin.password());
    }

    public Console console(String account, String password) {
        return Console.of(sshPort, account, password);
    }

    /** The administrator that the first start made. */
    public Login admin() {
        Properties file = new Properties();
        try (Reader reader = Files.newBufferedReader(data.resolve("admin.properties"))) {
            file.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Login(file.getProperty("username"), file.getProperty("password"));
    }

    public String log() {
        try {
            return Files.readString(logFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path logFile() {
        return data.resolve("log").resolve("gridloom.log");
    }

    public boolean isReady() {
        return answers("/api/health/ready");
    }

    public boolean answers(String path) {
        try {
            return anonymous().get(path).status() == 200;
        } catch (UncheckedIOException notThere) {
            return false;
        }
    }

    /** Waits until it is ready, as long as there is hope. */
    public void awaitReady(BooleanSupplier alive) {
        try {
            await().atMost(BOOT)
                    .pollInterval(Duration.ofMillis(200))
                    .failFast("The server ended", () -> !alive.getAsBoolean())
                    .until(this::isReady);
        } catch (ConditionTimeoutException | TerminalFailureException e) {
            throw new AssertionError("Gridloom did not become ready: " + whatIsMissing() + "\n" + troubles(), e);
        }
    }

    private String whatIsMissing() {
        try {
            return anonymous().get("/api/health/ready").toString();
        } catch (UncheckedIOException e) {
            return "it does not answer";
        }
    }

    private String troubles() {
        return log().lines()
                .filter(line -> line.contains(" ERROR ") || line.contains(" WARN ") || line.startsWith("Caused by"))
                .collect(Collectors.joining("\n"));
    }

    /** Name and password of an account. */
    public record Login(String username, String password) {}
}
