package org.gridloom.platform.security.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.gridloom.platform.testkit.RecordedAudit;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.testkit.TestFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {

    @RegisterExtension
    final TestDatabase db = TestDatabase.of(Node.UNIT);

    @TempDir
    Path data;

    private Node node;

    @BeforeEach
    void district() {
        node = new Node(db);
        node.start(data);
    }

    private void recover() {
        new Recovery(node.rights, node.access, node.credentials, node.attempts, TestFiles.in(data), db.clock()).start();
    }

    @Test
    void whoRulesTheMachineLetsALostAccountInAgain() throws IOException {
        node.account("holder", null, null, Permissions.ACCOUNT_VIEW);
        node.access.asSystem("test", () -> node.accounts.disable("holder", null));
        Files.writeString(data.resolve("recover"), "holder\n");

        recover();

        Properties login = new Properties();
        try (Reader file = Files.newBufferedReader(data.resolve("recovered.properties"))) {
            login.load(file);
        }
        assertThat(node.credentials.verify(login.getProperty("username"), login.getProperty("password"), "10.0.0.1"))
                .isEqualTo("holder");
        assertThat(node.access
                        .asSystem("test", () -> node.accounts.get("holder"))
                        .mustChangePassword())
                .isTrue();
        assertThat(data.resolve("recover")).doesNotExist();
        assertThat(db.audit()).extracting(RecordedAudit::action).contains("platform.account.recovered");
    }

    @Test
    void withoutAFileAndWithoutSuchAnAccountNothingHappens() throws IOException {
        recover();
        Files.writeString(data.resolve("recover"), "nobody");
        recover();

        assertThat(data.resolve("recovered.properties")).doesNotExist();
        assertThat(data.resolve("recover")).doesNotExist();
        assertThat(db.audit()).extracting(RecordedAudit::action).doesNotContain("platform.account.recovered");
    }
}
