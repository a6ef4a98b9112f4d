package org.gridloom.itests.contract;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import org.gridloom.itests.harness.Gridloom;
import org.gridloom.itests.harness.Ports;

/** Prism between client and server: it compares what both say with the document. */
final class ValidatingProxy implements AutoCloseable {

    /** Where it tells what is against the document. */
    static final String VIOLATIONS = "sl-violations";

    private final Process process;
    private final Gridloom behind;

    ValidatingProxy(NodeTools tools, Path document, Gridloom gridloom) {
        int port = Ports.free();
        process = tools.start(
                document.resolveSibling("prism.log"),
                "prism",
                "proxy",
                document.toString(),
                "http://127.0.0.1:" + gridloom.httpPort(),
                "--host",
                "127.0.0.1",
                "--port",
                Integer.toString(port));
        behind = new Gridloom(gridloom.data(), port, gridloom.sshPort());
        await().atMost(Duration.ofMinutes(2))
                .failFast("Prism ended", () -> !process.isAlive())
                .until(() -> listens(port));
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** The server as seen through the proxy. */
    Gridloom gridloom() {
        return behind;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
