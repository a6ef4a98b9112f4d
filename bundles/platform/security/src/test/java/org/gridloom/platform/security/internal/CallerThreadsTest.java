package org.gridloom.platform.security.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.PrivilegedAction;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.ClientPrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.gridloom.platform.security.Caller;
import org.junit.jupiter.api.Test;

class CallerThreadsTest {

    private final CallerThreads callers = new CallerThreads();

    @Test
    void aUserWhoCameBySshIsAtTheClientsAddress() {
        assertThat(address(new ClientPrincipal("ssh", "/203.0.113.7:50122"))).contains("203.0.113.7");
        assertThat(address(new ClientPrincipal("ssh", "/[2001:db8:0:0:0:0:0:7]:50122")))
                .contains("2001:db8:0:0:0:0:0:7");
    }

    @Test
    void aUserOfTheProcessesOwnConsoleIsLocal() {
        assertThat(address(new ClientPrincipal("local", "localhost"))).contains(Caller.LOCAL);
    }

    @Test
    void workThatNobodyAskedForHasNoAddressAndWorkOnSomebodysBehalfHasTheirs() {
        DefaultAccess access = new DefaultAccess(callers, null, null, null);
        Caller li = new Caller("li", "rest", "r-1", "203.0.113.7", "why");

        assertThat(access.asSystem("test", () -> callers.current().orElseThrow().address()))
                .isNull();
        assertThat(callers.call(li, () -> access.asSystem("test", callers::current)))
                .contains(new Caller("system:test", "system", "r-1", "203.0.113.7", "why"));
    }

    @SuppressWarnings("removal")
    private Optional<String> address(ClientPrincipal client) {
        Subject subject = new Subject(true, Set.of(new UserPrincipal("li"), client), Set.of(), Set.of());
        return Subject.doAs(subject, (PrivilegedAction<Optional<String>>)
                () -> callers.current().map(Caller::address));
    }
}
