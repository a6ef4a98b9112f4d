package org.gridloom.platform.attachments.internal.domain;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** PNG by its chunks (ISO/IEC 15948): those that make up the picture are kept. */
final class Png {

    private static final int SIGNATURE = 8;
    private static final int CHECKSUM = 4;
    private static final int HEADER = 13;
    private static final Set<String> KEPT = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "bKGD", "pHYs", "hIST",
            "sPLT");

    private Png() {}

    static Picture copy(DataInputStream in, DataOutputStream out) throws IOException {
        out.write(in.readNBytes(SIGNATURE));
        Picture picture = null;
        String type = "";
        while (!type.equals("IEND")) {
            int length = in.readInt();
            byte[] name = in.readNBytes(4);
            type = new String(name, StandardCharsets.ISO_8859_1);
            if (length < 0 || (picture == null) != type.equals("IHDR")) {
                throw Refused.damaged();
            }
            if (picture == null) {
                if (length != HEADER) {
                    throw Refused.damaged();
                }
                in.mark(HEADER);
                picture = new Picture(in.readInt(), in.readInt(), Picture.UPRIGHT, false);
                in.reset();
            }
            if (KEPT.contains(type)) {
                out.writeInt(length);
                out.write(name);
                pass(in, out, (long) length + CHECKSUM);
            } else {
                in.skipNBytes((long) length + CHECKSUM);
            }
        }
        return picture;
    }

    private static void pass(DataInputStream in, DataOutputStream out, long bytes) throws IOException {
        byte[] buffer = new byte[1 << 13];
        for (long left = bytes; left > 0; ) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new EOFException();
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }
}
