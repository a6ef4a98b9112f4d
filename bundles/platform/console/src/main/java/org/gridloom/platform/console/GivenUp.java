package org.gridloom.platform.console;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.BooleanSupplier;
import org.apache.karaf.shell.api.console.Session;

/**
 * Whether whoever gave a command has given it up. A terminal of ours interrupts the command at Ctrl-C; nothing does where
 * the command came with the connection: at {@code ssh host command} Ctrl-C ends the connection, at
 * {@code ssh -t host command} it is a key like any other.
 */
final class GivenUp implements BooleanSupplier {

    private static final int CTRL_C = 3;
    /** Only a connection that has a terminal at its other end says how wide it is. */
    private static final String WIDTH = "COLUMNS";

    private final Session session;

    GivenUp(Session session) {
        this.session = session;
    }

    @Override
    public boolean getAsBoolean() {
        return session.getConsole().checkError() || isKeyPressed();
    }

    private boolean isKeyPressed() {
        if (session.getTerminal() != null || session.get(WIDTH) == null) {
            return false;
        }
        InputStream keys = session.getKeyboard();
        try {
            while (keys.available() > 0) {
                if (keys.read() == CTRL_C) {
                    return true;
                }
            }
            return false;
        } catch (IOException gone) {
            return true;
        }
    }
}
