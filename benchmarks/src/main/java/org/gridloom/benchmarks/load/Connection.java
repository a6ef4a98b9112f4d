package org.gridloom.benchmarks.load;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One kept-alive connection, with as little work on this side as there can be: it shares the processors with the server. */
public final class Connection implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;

    public Connection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
    }

    /** An answer: its status, entity tag if it has one, and the length of its body. */
    public record Answer(int status, String tag, int length) {}

    /** Sends a whole request and reads the whole answer. */
    public Answer send(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        int status = Integer.parseInt(line().substring(9, 12));
        int length = 0;
        boolean chunked = false;
        String tag = null;
        for (String header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            String value = header.substring(colon + 1).trim();
            switch (header.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = Integer.parseInt(value);
                case "transfer-encoding" -> chunked = true;
                case "etag" -> tag = value;
                default -> {
                    // Not looked at.
                }
            }
        }
        if (chunked) {
            length = chunks();
        } else {
            skip(length);
        }
        return new Answer(status, tag, length);
    }

    private int chunks() throws IOException {
        int total = 0;
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            skip(size);
            line();
            total += size;
        }
        line();
        return total;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(80);
        for (int read = read(); read != '\n'; read = read()) {
            if (read != '\r') {
                line.append((char) read);
            }
        }
        return line.toString();
    }

    private int read() throws IOException {
        if (position == limit) {
            fill();
        }
        return buffer[position++];
    }

    private void skip(int length) throws IOException {
        int left = length;
        while (left > 0) {
            if (position == limit) {
                fill();
            }
            int here = Math.min(left, limit - position);
            position += here;
            left -= here;
        }
    }

    private void fill() throws IOException {
        limit = in.read(buffer);
        position = 0;
        if (limit < 0) {
            throw new EOFException("The server closed the connection");
        }
    }

    /** A request with a body, or without one for null. */
    public static byte[] request(String method, String path, String token, String body, String... headers) {
        StringBuilder head = new StringBuilder(method)
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\nAuthorization: Bearer ")
                .append(token)
                .append("\r\n");
        for (int i = 0; i < headers.length; i += 2) {
            head.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
        }
        byte[] content = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
        if (body != null) {
            head.append("Content-Type: application/json\r\nContent-Length: ")
                    .append(content.length)
                    .append("\r\n");
        }
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[start.length + content.length];
        System.arraycopy(start, 0, request, 0, start.length);
        System.arraycopy(content, 0, request, start.length, content.length);
        return request;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
