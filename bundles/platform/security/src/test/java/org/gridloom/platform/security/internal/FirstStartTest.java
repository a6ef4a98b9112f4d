package org.gridloom.platform.security.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.unit.UnitScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class FirstStartTest {

    @RegisterExtension
    final TestDatabase db = TestDatabase.of(Node.UNIT);

    @TempDir
    Path data;

    @Test
    void theAdministratorMaySignInAndDoEverythingAlsoOfModulesInstalledLater() throws IOException {
        Node node = new Node(db);
        node.start(data);

        String account = node.credentials.verify(login("username"), login("password"), "127.0.0.1");
        node.runAs(
                account,
                () -> assertThat(node.access.scope("points.gift.redeem")).isEqualTo(UnitScope.everywhere()));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(data)) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void aSecondStartChangesNothing() throws IOException {
        new Node(db).start(data);
        String password = login("password");

        new Node(db).start(data);

        assertThat(login("password")).isEqualTo(password);
        new Node(db).credentials.verify("admin", password, "127.0.0.1");
    }

    @Test
    void ofTwoNodesThatStartTogetherOneMakesTheAdministrator() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Callable<Void> start = () -> {
                new Node(db).start(data);
                return null;
            };
            for (Future<Void> done : pool.invokeAll(List.of(start, start))) {
                assertThat(done).succeedsWithin(Duration.ZERO);
            }
        } finally {
            pool.shutdownNow();
        }
        new Node(db).credentials.verify("admin", login("password"), "127.0.0.1");
        assertThat(db.audit())
                .filteredOn(entry -> entry.action().equals("platform.account.created"))
                .hasSize(1);
    }

    @Test
    void aStartThatEndsBetweenFileAndCommitIsDoneAgain() throws IOException {
        Node node = new Node(db);
        // The outer transaction fails after all that the first start does: as a kill just before the commit.
        assertThatThrownBy(() -> db.transactions().run(tx -> {
                    node.start(data);
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        String lost = login("password");

        new Node(db).start(data);

        assertThat(login("password")).isNotEqualTo(lost);
        new Node(db).credentials.verify("admin", login("password"), "127.0.0.1");
    }

    @Test
    void aFileThatCannotBeWrittenLeavesNoAdministratorWithoutPassword() throws IOException {
        Path notAFolder = Files.createFile(data.resolve("file"));
        assertThatThrownBy(() -> new Node(db).start(notAFolder)).isInstanceOf(RuntimeException.class);

        new Node(db).start(data);

        new Node(db).credentials.verify("admin", login("password"), "127.0.0.1");
    }

    @Test
    void thePasswordIsOnlyInTheFile() throws IOException {
        new Node(db).start(data);
        String password = login("password");

        assertThat(db.audit())
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.toString()).doesNotContain(password));
        assertThat(db.events()).allSatisfy(event -> assertThat(event.toString()).doesNotContain(password));
    }

    @Test
    void theRolesADistrictStartsWithAreThere() {
        Node node = new Node(db);
        node.start(data);

        assertThat(node.as("admin", node.roles::list))
                .extracting(RoleView::code)
                .contains("administrator", "operator", "account-manager");
    }

    private Path file() {
        return data.resolve("admin.properties");
    }

    private String login(String key) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(Files.readString(file())));
        return properties.getProperty(key);
    }
}
