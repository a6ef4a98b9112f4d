package org.gridloom.platform.attachments.internal.domain;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.gridloom.platform.attachment.AttachmentKind;

/** A PDF that is whole: transfers that broke off lack the end. */
final class Pdf {

    private static final int TAIL = 2048;

    private Pdf() {}

    static AttachmentKind checked(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer tail = ByteBuffer.allocate((int) Math.min(TAIL, channel.size()));
            long from = channel.size() - tail.capacity();
            int read = 0;
            while (read >= 0 && tail.hasRemaining()) {
                read = channel.read(tail, from + tail.position());
            }
            if (!new String(tail.array(), StandardCharsets.ISO_8859_1).contains("%%EOF")) {
                throw Refused.damaged();
            }
        }
        return AttachmentKind.PDF;
    }
}
