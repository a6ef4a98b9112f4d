package org.gridloom.platform.security.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.Caller;
import org.gridloom.platform.security.Permission;
import org.gridloom.platform.testkit.RecordedAudit;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConsoleSignInTest {

    private static final String SOURCE = "10.0.0.1";

    @RegisterExtension
    final TestDatabase db = TestDatabase.of(Node.UNIT);

    private Node node;
    private ConsoleSignIn console;

    @BeforeEach
    void aConsole() {
        node = new Node(db);
        console = new ConsoleSignIn(db.access(), node.credentials, node.rights, node.units, node.catalogue);
        console.activate();
        node.account("user", null, "210102021", Permissions.CONSOLE_USE, Permissions.SYSTEM_OPERATE);
        node.account("operator", null, null, Permissions.CONSOLE_USE, Permissions.SYSTEM_OPERATE);
        node.account("clerk", null, null, Permissions.SYSTEM_OPERATE);
    }

    @AfterEach
    void close() {
        console.deactivate();
    }

    @Test
    void whoMayUseTheConsoleGetsIn() {
        assertThat(roles("user")).containsExactly("ssh");
    }

    @Test
    void whoOperatesTheWholeDistrictMayUseKarafsOwnCommands() {
        assertThat(roles("operator")).containsExactlyInAnyOrder("ssh", "admin");
    }

    @Test
    void withoutThePermissionNobodyGetsIn() {
        assertThat(kind("clerk", Node.PASSWORD)).isEqualTo(Problem.Kind.FORBIDDEN);
    }

    @Test
    void theConsoleLocksAsTheWebDoes() {
        for (int i = 0; i < 5; i++) {
            assertThat(kind("operator", "wrong-password")).isEqualTo(Problem.Kind.UNAUTHENTICATED);
        }
        assertThat(kind("operator", Node.PASSWORD)).isEqualTo(Problem.Kind.TOO_MANY);
        assertThat(db.audit())
                .filteredOn(entry -> entry.action().equals("platform.account.locked"))
                .extracting(RecordedAudit::account, RecordedAudit::origin, RecordedAudit::address)
                .containsExactly(tuple(Caller.NOBODY, "console", SOURCE));
    }

    @Test
    void anOpenConsoleLosesItsRolesWhenItsAccountIsDisabled() {
        Subject session = session("operator");

        node.access.asSystem("test", () -> node.accounts.disable("operator", null));

        assertThat(session.getPrincipals(RolePrincipal.class)).isEmpty();
    }

    @Test
    void aModuleThatComesIsSeenByWhoMayDoSomethingInIt() {
        node.account("keeper", null, "210102021", Permissions.CONSOLE_USE, "parking.space.view");
        Subject keeper = session("keeper");
        Subject user = session("user");

        node.catalogue.addSet(() -> List.of(new Permission("parking.space.view", Text.of("查看车位", "See spaces"))));

        assertThat(keeper.getPrincipals(RolePrincipal.class))
                .extracting(RolePrincipal::getName)
                .containsExactlyInAnyOrder("ssh", "capability.parking");
        assertThat(user.getPrincipals(RolePrincipal.class))
                .extracting(RolePrincipal::getName)
                .containsExactly("ssh");
    }

    private Subject session(String account) {
        Subject session = new Subject();
        session.getPrincipals()
                .addAll(console.signIn(account, Node.PASSWORD, SOURCE).principals());
        console.watch(session);
        return session;
    }

    private List<String> roles(String account) {
        return console.signIn(account, Node.PASSWORD, SOURCE).roles().stream()
                .map(java.security.Principal::getName)
                .toList();
    }

    private Problem.Kind kind(String account, String password) {
        return catchThrowableOfType(Problem.class, () -> console.signIn(account, password, SOURCE))
                .kind();
    }
}
