package org.gridloom.platform.operations.internal.support;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The end of a file. */
final class Tail {

    private Tail() {}

    /** Whole lines of at most so many bytes; empty for a file that is not there. */
    static String of(Path file, int most) throws IOException {
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long begin = Math.max(0, channel.size() - most);
            ByteBuffer bytes = ByteBuffer.allocate((int) (channel.size() - begin));
            channel.position(begin);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                continue;
            }
            String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
            return begin == 0 ? text : text.substring(text.indexOf('\n') + 1);
        }
    }
}
