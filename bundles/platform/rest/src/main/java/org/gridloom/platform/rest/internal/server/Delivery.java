package org.gridloom.platform.rest.internal.server;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.gridloom.platform.rest.internal.problem.Refusal;
import org.gridloom.platform.rest.internal.problem.Refusals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An answer on its way. One that breaks off must not look whole: Jersey would end it in order and answer 200. And a caller who
 * has gone meanwhile is no failure of the server's.
 */
final class Delivery extends HttpServletResponseWrapper {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final String ATTRIBUTE = Delivery.class.getName();
    /** What Jetty takes as: end the connection. */
    private static final int ABORT = -1;

    private ServletOutputStream stream;
    private boolean isBeingWritten;
    private boolean isCallerGone;
    private Refusal failure;

    private Delivery(HttpServletResponse response) {
        super(response);
    }

    /** The answer to this request. */
    static Delivery of(HttpServletRequest request, HttpServletResponse response) {
        Delivery delivery = new Delivery(response);
        request.setAttribute(ATTRIBUTE, delivery);
        return delivery;
    }

    static Delivery of(HttpServletRequest request) {
        return (Delivery) request.getAttribute(ATTRIBUTE);
    }

    /** What writes an answer's body. */
    @FunctionalInterface
    interface Body {
        void write() throws IOException;
    }

    /** Throws on only while nothing has left yet, and the answer can still be another one. */
    void write(Body body) throws IOException {
        isBeingWritten = true;
        try {
            body.write();
        } catch (IOException | RuntimeException | StackOverflowError thrown) {
            if (stream == null) {
                throw thrown;
            }
            if (!isCallerGone) {
                failure = Refusals.of(thrown);
            }
        } finally {
            isBeingWritten = false;
        }
    }

    /** After all is written that will be. */
    void end(HttpServletRequest request) throws IOException {
        if (failure == null) {
            return;
        }
        if (isCommitted()) {
            LOG.warn("An answer broke off after it had begun: its connection is ended, so that it does not look whole");
            abort();
        } else {
            reset();
            Answers.prepare(request, this);
            Answers.refuse(request, (HttpServletResponse) getResponse(), failure);
        }
    }

    private void abort() throws IOException {
        var server = getResponse();
        while (server instanceof ServletResponseWrapper wrapper) {
            server = wrapper.getResponse();
        }
        ((HttpServletResponse) server).sendError(ABORT);
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (stream == null) {
            stream = new Way(super.getOutputStream());
        }
        return stream;
    }

    /** Lets nothing through any more once the answer has failed or nobody is there. */
    private final class Way extends ServletOutputStream {

        private final ServletOutputStream out;

        Way(ServletOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            pass(() -> out.write(b));
        }

        @Override
        public void write(byte[] buffer, int offset, int length) throws IOException {
            pass(() -> out.write(buffer, offset, length));
        }

        @Override
        public void flush() throws IOException {
            pass(out::flush);
        }

        @Override
        public void close() throws IOException {
            pass(out::close);
        }

        private void pass(Body part) throws IOException {
            if (isCallerGone || failure != null) {
                return;
            }
            try {
                part.write();
            } catch (IOException gone) {
                isCallerGone = true;
                LOG.debug("The caller left before the answer ended");
                if (isBeingWritten) {
                    throw gone;
                }
            }
        }

        @Override
        public boolean isReady() {
            return out.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            out.setWriteListener(listener);
        }
    }
}
