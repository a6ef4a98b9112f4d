package org.gridloom.platform.attachments.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gridloom.platform.attachment.AttachmentKind;

/**
 * A file that was sent, checked, as it is to be kept. Its draft goes when this is closed.
 *
 * @param thumbnail its small picture; null for none
 */
@SuppressWarnings("ArrayRecordComponent")
record Incoming(Path path, AttachmentKind kind, long bytes, String sha256, byte[] thumbnail) implements AutoCloseable {

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
