package org.gridloom.platform.operations.internal.backup;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gridloom.platform.operations.internal.backup.Manifest.Part;

/** Writes an archive part by part; what it needs of memory does not depend on what it writes. */
final class ArchiveWriter implements AutoCloseable {

    private final FileChannel file;
    private final ZipOutputStream zip;
    private final List<Part> parts = new ArrayList<>();

    ArchiveWriter(FileChannel file) {
        this.file = file;
        zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16));
    }

    /** Writes the content; gives the number of rows, null for a file. */
    interface Content {
        Long to(OutputStream out) throws Exception;
    }

    void add(String name, Content content) throws Exception {
        zip.putNextEntry(new ZipEntry(name));
        Counted out = new Counted(zip);
        Long rows = content.to(out);
        zip.closeEntry();
        parts.add(new Part(name, rows, out.bytes, HexFormat.of().formatHex(out.digest.digest())));
    }

    List<Part> parts() {
        return List.copyOf(parts);
    }

    /** The archive is whole, and on disk, when this returns. */
    void finish(Manifest manifest) throws IOException {
        byte[] content = Archives.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest);
        write(Archives.MANIFEST, content);
        String hash = HexFormat.of().formatHex(Archives.sha256().digest(content));
        write(Archives.MANIFEST_HASH, hash.getBytes(StandardCharsets.US_ASCII));
        zip.finish();
        zip.flush();
        file.force(true);
    }

    private void write(String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static final class Counted extends FilterOutputStream {

        private final MessageDigest digest = Archives.sha256();
        private long bytes;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] content, int offset, int length) throws IOException {
            out.write(content, offset, length);
            digest.update(content, offset, length);
            bytes += length;
        }

        @Override
        public void close() {
            // The archive goes on.
        }
    }
}
