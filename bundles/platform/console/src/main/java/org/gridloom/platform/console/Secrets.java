package org.gridloom.platform.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.karaf.shell.api.console.Session;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;

/** Reads what must not be seen: typed at a terminal without echo, or a line of a script's standard input. */
final class Secrets {

    private static final Character NO_ECHO = '\0';
    private static final int MAX_BYTES = 4096;

    private Secrets() {}

    static String read(Session session, String prompt) throws IOException {
        String secret =
                session.getTerminal() == null ? line(session.getKeyboard()) : session.readLine(prompt + ": ", NO_ECHO);
        if (secret == null || secret.isEmpty()) {
            throw Problem.invalid("password", Text.of("未输入密码", "No password was typed"));
        }
        return secret;
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != -1 && b != '\n' && line.size() < MAX_BYTES; b = in.read()) {
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
