package org.gridloom.platform.attachments.internal.domain;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * JPEG by its segments (ITU-T T.81): kept is what is needed to draw it, its colour profile, and how it is to be turned.
 * Left out is all else that a camera writes (EXIF, XMP, IPTC, comments, small pictures, films after its end).
 */
final class Jpeg {

    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final int APP15 = 0xEF;
    private static final int COMMENT = 0xFE;

    private final DataInputStream in;
    private final DataOutputStream out;
    private int width;
    private int height;
    private boolean progressive;
    private int orientation = Picture.UPRIGHT;
    private boolean isDrawn;

    private Jpeg(DataInputStream in, DataOutputStream out) {
        this.in = in;
        this.out = out;
    }

    static Picture copy(DataInputStream in, DataOutputStream out) throws IOException {
        out.writeShort(in.readUnsignedShort());
        Jpeg jpeg = new Jpeg(in, out);
        int marker = jpeg.marker(in.readUnsignedByte());
        while (marker != END) {
            marker = jpeg.segment(marker);
        }
        if (!jpeg.isDrawn) {
            throw Refused.damaged();
        }
        out.writeShort(0xFF00 | END);
        return new Picture(jpeg.width, jpeg.height, jpeg.orientation, jpeg.progressive);
    }

    /** The marker that begins with the byte; any number of fill bytes may come before. */
    private int marker(int first) throws IOException {
        if (first != 0xFF) {
            throw Refused.damaged();
        }
        int marker = 0xFF;
        while (marker == 0xFF) {
            marker = in.readUnsignedByte();
        }
        return marker;
    }

    /** Copies a segment, or leaves it out; gives the marker after it. */
    private int segment(int marker) throws IOException {
        int length = in.readUnsignedShort();
        if (marker < 0xC0 || isRestart(marker) || length < 2) {
            throw Refused.damaged();
        }
        byte[] content = in.readNBytes(length - 2);
        if (content.length < length - 2) {
            throw Refused.damaged();
        }
        if (isFrame(marker)) {
            frame(marker, content);
        }
        if (marker == APP1 && starts(content, "Exif\0\0")) {
            turn(Exif.orientation(content));
        } else if (isKept(marker, content)) {
            write(marker, content);
        }
        return marker == SCAN ? scan() : marker(in.readUnsignedByte());
    }

    /** Copies what is drawn up to the next marker. */
    private int scan() throws IOException {
        isDrawn = true;
        while (true) {
            int value = in.readUnsignedByte();
            if (value != 0xFF) {
                out.write(value);
                continue;
            }
            int next = in.readUnsignedByte();
            while (next == 0xFF) {
                next = in.readUnsignedByte();
            }
            if (next != 0 && !isRestart(next)) {
                return next;
            }
            out.write(0xFF);
            out.write(next);
        }
    }

    private static boolean isRestart(int marker) {
        return marker >= 0xD0 && marker <= 0xD7;
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private void frame(int marker, byte[] content) {
        if (content.length < 5) {
            throw Refused.damaged();
        }
        height = (content[1] & 0xFF) << 8 | content[2] & 0xFF;
        width = (content[3] & 0xFF) << 8 | content[4] & 0xFF;
        progressive = marker == 0xC2 || marker == 0xC6 || marker == 0xCA || marker == 0xCE;
    }

    private static boolean isKept(int marker, byte[] content) {
        return switch (marker) {
            case APP0 -> starts(content, "JFIF\0");
            case APP2 -> starts(content, "ICC_PROFILE\0");
            case APP14 -> starts(content, "Adobe");
            default -> marker != COMMENT && (marker < APP0 || marker > APP15);
        };
    }

    private static boolean starts(byte[] content, String name) {
        byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
        return content.length >= bytes.length && Arrays.equals(content, 0, bytes.length, bytes, 0, bytes.length);
    }

    /** A picture that lay on its side lies so without EXIF: what turns it is written anew, alone. */
    private void turn(int how) throws IOException {
        if (how != Picture.UPRIGHT && orientation == Picture.UPRIGHT) {
            orientation = how;
            write(APP1, Exif.of(how));
        }
    }

    private void write(int marker, byte[] content) throws IOException {
        out.write(0xFF);
        out.write(marker);
        out.writeShort(content.length + 2);
        out.write(content);
    }
}
