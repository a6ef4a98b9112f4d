package org.gridloom.platform.security.internal;

import java.util.Optional;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.ClientPrincipal;

/** Where a user of the console sits, as Karaf notes it with the user. */
public final class ConsoleAddress {

    private static final String CONSOLE_OF_THE_PROCESS = "local";

    private ConsoleAddress() {}

    /** Empty on the console of the process itself, and where nothing is noted. */
    public static Optional<String> of(Subject subject) {
        return subject.getPrincipals(ClientPrincipal.class).stream()
                .filter(client -> !client.getMethod().equals(CONSOLE_OF_THE_PROCESS))
                .findFirst()
                .map(client -> of(client.getAddress()));
    }

    /** Of {@code /10.1.2.3:50122}, as a socket tells it. */
    static String of(String client) {
        String noted = client.substring(client.indexOf('/') + 1);
        int port = noted.lastIndexOf(':');
        return (port < 0 ? noted : noted.substring(0, port)).replaceAll("[\\[\\]]", "");
    }
}
