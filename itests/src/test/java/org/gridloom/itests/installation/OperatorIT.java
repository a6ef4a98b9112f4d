package org.gridloom.itests.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Console.SignInRefused;
import org.gridloom.itests.harness.Database;
import org.gridloom.itests.harness.Gridloom;
import org.gridloom.itests.harness.Gridloom.Login;
import org.gridloom.itests.harness.Installation;
import org.gridloom.itests.harness.ListeningSockets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an operator may rely on after {@code bin/gridloom} on an empty directory, offline. */
class OperatorIT {

    private static Installation installation;
    private static Gridloom gridloom;
    private static Map<String, String> distributionBefore;

    @BeforeAll
    static void start() throws IOException {
        installation = Installation.on(Database.Kind.H2.create(), "gridloom-organization");
        distributionBefore = files(installation.distribution());
        installation.startAndAwaitReady();
        gridloom = installation.gridloom();
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @Test
    void everySocketListensOnTheLoopbackInterface() {
        long pid = installation.process().pid();
        assertThat(ListeningSockets.of(pid)).hasSizeGreaterThanOrEqualTo(2);
        assertThat(ListeningSockets.beyondLoopback(pid)).isEmpty();
    }

    @Test
    void thereIsNoDefaultAccount() {
        for (Login known :
                new Login[] {new Login("karaf", "karaf"), new Login("admin", "admin"), new Login("smx", "smx")}) {
            gridloom.anonymous()
                    .as(known.username(), known.password())
                    .get("/api/session")
                    .expect(401);
            try (Console console = gridloom.console(known.username(), known.password())) {
                assertThatThrownBy(() -> console.run("module:list")).isInstanceOf(SignInRefused.class);
            }
        }
    }

    @Test
    void theAdministratorsLoginIsForItsOwnerOnly() throws IOException {
        Path login = gridloom.data().resolve("admin.properties");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(login)))
                .isEqualTo("rw-------");
        assertThat(gridloom.admin().password()).hasSizeGreaterThanOrEqualTo(16);
        gridloom.rest().get("/api/session").expect(200);
    }

    @Test
    void theConsoleTakesTheAccountsOfTheWebAndTellsByItsExitCode() {
        try (Console console = gridloom.console()) {
            assertThat(console.run("module:list").ok().output()).contains("organization");
            console.run("account:show nobody-of-that-name").refused();
            console.run("organization:tree 999").refused();
            console.run("no:such-command").refused();
            console.run("organization:tree --help").ok();
        }
    }

    @Test
    void whatChangesLiesInTheDataDirectoryOnly() throws IOException {
        gridloom.rest().get("/api/modules").ok();
        assertThat(files(installation.distribution())).isEqualTo(distributionBefore);
        try (Stream<Path> home = Files.list(installation.directory().resolve("home"))) {
            assertThat(home).isEmpty();
        }
    }

    @Test
    void aSecondServerOnTheSameDataIsRefused() throws InterruptedException {
        Process second = installation.launch(gridloom.data());
        assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isNotZero();
        assertThat(installation.output()).contains("in use by another Gridloom");
    }

    @Test
    void aPortThatIsNoneIsRefused() throws InterruptedException {
        Path data = installation.directory().resolve("elsewhere");
        Process refused = installation.launch(data, "GRIDLOOM_HTTP_PORT", "eighty");
        assertThat(refused.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(refused.exitValue()).isNotZero();
        assertThat(installation.output()).contains("not a port: eighty");
        assertThat(data).doesNotExist();
    }

    @Test
    void passwordsStayOutOfTheLogs() {
        Login admin = gridloom.admin();
        gridloom.anonymous().as("nobody", "wrong-secret").get("/api/session").expect(401);
        gridloom.anonymous()
                .post("/api/session", Map.of("username", admin.username(), "password", admin.password()))
                .ok();
        assertThat(gridloom.log()).doesNotContain(admin.password(), "wrong-secret");
        assertThat(installation.output()).doesNotContain(admin.password(), "wrong-secret");
    }

    private static Map<String, String> files(Path directory) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                String state = Files.isDirectory(path)
                        ? "directory"
                        : Files.size(path) + " " + Files.getLastModifiedTime(path);
                files.put(directory.relativize(path).toString(), state);
            }
        }
        return files;
    }
}
