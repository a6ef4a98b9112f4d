package org.gridloom.itests.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Connections that begin a request and never end it (slowloris). */
public final class SlowClients implements AutoCloseable {

    private final List<Socket> connections = new ArrayList<>();

    /** Opens so many more. */
    public SlowClients open(int port, int count, String beginning) {
        try {
            for (int i = 0; i < count; i++) {
                Socket connection = new Socket();
                connections.add(connection);
                connection.bind(new InetSocketAddress(InetAddress.getByName(RawHttp.ATTACKER), 0));
                connection.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                connection.getOutputStream().write(beginning.getBytes(StandardCharsets.UTF_8));
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        for (Socket connection : connections) {
            try {
                connection.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
