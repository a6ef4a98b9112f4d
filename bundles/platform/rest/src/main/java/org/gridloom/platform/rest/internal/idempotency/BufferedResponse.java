package org.gridloom.platform.rest.internal.idempotency;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An answer that stays here until {@link #send}: what it acknowledges is not durable before. */
final class BufferedResponse extends HttpServletResponseWrapper {

    private static final List<String> KEPT_HEADERS = List.of("Content-Type", "Content-Language", "ETag", "Location");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ServletOutputStream stream = new BodyStream();

    BufferedResponse(HttpServletResponse response) {
        super(response);
    }

    byte[] body() {
        return bytes.toByteArray();
    }

    Map<String, String> keptHeaders() {
        Map<String, String> kept = new LinkedHashMap<>();
        for (String name : KEPT_HEADERS) {
            if (getHeader(name) != null) {
                kept.put(name, getHeader(name));
            }
        }
        return kept;
    }

    void send() throws IOException {
        getResponse().setContentLength(bytes.size());
        bytes.writeTo(getResponse().getOutputStream());
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return stream;
    }

    @Override
    public PrintWriter getWriter() {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    @Override
    public boolean isCommitted() {
        return false;
    }

    @Override
    public void flushBuffer() {
        // nothing leaves yet
    }

    @Override
    public void resetBuffer() {
        bytes.reset();
    }

    @Override
    public void reset() {
        bytes.reset();
        super.reset();
    }

    @Override
    public void sendError(int status) {
        setStatus(status);
    }

    @Override
    public void sendError(int status, String message) {
        setStatus(status);
    }

    private final class BodyStream extends ServletOutputStream {

        @Override
        public void write(int b) {
            bytes.write(b);
        }

        @Override
        public void write(byte[] buffer, int offset, int length) {
            bytes.write(buffer, offset, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("Requests with an Idempotency-Key are answered synchronously");
        }
    }
}
