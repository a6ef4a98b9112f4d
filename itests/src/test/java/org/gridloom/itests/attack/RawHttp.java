package org.gridloom.itests.attack;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A connection on which anything at all can be said: a client library would refuse to send most of what an attacker
 * does. It is opened again when the server closed it.
 */
public final class RawHttp implements AutoCloseable {

    /** Not the address from which the tests sign in: failures from here lock nobody else out. */
    static final String ATTACKER = "127.0.0.2";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final int port;
    private Socket socket;
    private InputStream input;

    public RawHttp(int port) {
        this.port = port;
    }

    /** Sends the bytes as they are and reads one answer. */
    public Reply send(byte[] request) {
        boolean reused = socket != null;
        try {
            return exchange(request);
        } catch (IOException e) {
            close();
            if (!reused || e instanceof SocketTimeoutException) {
                throw new UncheckedIOException(e);
            }
        }
        try {
            return exchange(request);
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(e);
        }
    }

    private Reply exchange(byte[] request) throws IOException {
        open();
        try {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
        } catch (IOException refusedWhileSending) {
            // The answer may be there all the same.
        }
        Reply reply =
                read(new String(request, 0, Math.min(5, request.length), StandardCharsets.US_ASCII).equals("HEAD "));
        if ("close".equalsIgnoreCase(reply.header("Connection"))) {
            close();
        }
        return reply;
    }

    private void open() throws IOException {
        if (socket == null) {
            socket = new Socket();
            socket.bind(new InetSocketAddress(InetAddress.getByName(ATTACKER), 0));
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            input = new BufferedInputStream(socket.getInputStream());
        }
    }

    private Reply read(boolean headOnly) throws IOException {
        String first = line();
        List<String> headers = new ArrayList<>();
        for (String header = line(); !header.isEmpty(); header = line()) {
            headers.add(header);
        }
        int status = Integer.parseInt(first.split(" ")[1]);
        Reply bare = new Reply(status, List.copyOf(headers), "");
        return new Reply(status, bare.headers(), headOnly ? "" : new String(body(bare), StandardCharsets.UTF_8));
    }

    private byte[] body(Reply reply) throws IOException {
        if (reply.status() == 204 || reply.status() == 304) {
            return new byte[0];
        }
        if ("chunked".equalsIgnoreCase(reply.header("Transfer-Encoding"))) {
            return chunks();
        }
        String length = reply.header("Content-Length");
        return length == null ? input.readAllBytes() : input.readNBytes(Integer.parseInt(length));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = size(); size > 0; size = size()) {
            body.write(input.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int size() throws IOException {
        return Integer.parseInt(line().split(";")[0].strip(), 16);
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int value = input.read(); value != '\n'; value = input.read()) {
            if (value < 0) {
                throw new EOFException("The server closed the connection");
            }
            line.write(value);
        }
        return line.toString(StandardCharsets.UTF_8).stripTrailing();
    }

    @Override
    public void close() {
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                socket = null;
            }
        }
    }

    /** What came back. */
    public record Reply(int status, List<String> headers, String body) {

        public String header(String name) {
            String prefix = name.toLowerCase(Locale.ROOT) + ":";
            return headers.stream()
                    .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(prefix))
                    .map(header -> header.substring(prefix.length()).strip())
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public String toString() {
            return status + " " + headers + " " + (body.length() > 600 ? body.substring(0, 600) + "…" : body);
        }
    }
}
