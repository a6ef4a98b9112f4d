package org.gridloom.platform.rest.internal.server;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.gridloom.platform.files.Storage;
import org.gridloom.platform.rest.internal.problem.BodyTooLarge;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/** Bounds the body of a request: JSON narrowly, files widely and only while the disk has room for them. */
@Component(service = BodyLimits.class, configurationPid = RestSettings.PID)
@Designate(ocd = RestSettings.class)
public final class BodyLimits {

    private static final long KIB = 1024;

    /** Of one moment. */
    private record Bytes(long json, long file) {}

    private volatile Bytes most;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Storage storage;

    @Activate
    public BodyLimits(RestSettings settings) {
        change(settings);
    }

    /** Every answer is given through this, so it must not come anew when a limit changes. */
    @Modified
    void change(RestSettings settings) {
        most = new Bytes(settings.jsonKb() * KIB, settings.fileKb() * KIB);
    }

    HttpServletRequest limit(HttpServletRequest request) throws IOException {
        String type = request.getContentType();
        boolean isRecord = isRecord(type);
        long limit = isRecord ? most.json() : most.file();
        if (request.getContentLengthLong() > limit) {
            throw new BodyTooLarge(limit);
        }
        Storage disk = storage;
        if (!isRecord && disk != null) {
            disk.require(Math.max(0, request.getContentLengthLong()));
        }
        return new Limited(request, limit);
    }

    /** A map in GeoJSON is a file. */
    private static boolean isRecord(String type) {
        return type == null || type.contains("json") && !type.contains("geo+json");
    }

    private static final class Limited extends HttpServletRequestWrapper {

        private final long limit;
        private ServletInputStream stream;

        Limited(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (stream == null) {
                stream = new LimitedStream(super.getInputStream(), limit);
            }
            return stream;
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class LimitedStream extends ServletInputStream {

        private final ServletInputStream stream;
        private final long limit;
        private long count;

        LimitedStream(ServletInputStream stream, long limit) {
            this.stream = stream;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int value = stream.read();
            counted(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = stream.read(buffer, offset, length);
            counted(Math.max(0, read));
            return read;
        }

        private void counted(int bytes) throws BodyTooLarge {
            count += bytes;
            if (count > limit) {
                throw new BodyTooLarge(limit);
            }
        }

        @Override
        public boolean isFinished() {
            return stream.isFinished();
        }

        @Override
        public boolean isReady() {
            return stream.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            stream.setReadListener(listener);
        }
    }
}
