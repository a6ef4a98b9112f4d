package org.gridloom.platform.attachments.internal.domain;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The one thing of EXIF that is needed to see a picture as it was taken. */
final class Exif {

    private static final byte[] NAME = {'E', 'x', 'i', 'f', 0, 0};
    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY = 12;
    private static final int MOST = 8;

    private Exif() {}

    /** Upright where it does not say, or cannot be read. */
    static int orientation(byte[] segment) {
        try {
            ByteBuffer tiff = ByteBuffer.wrap(segment, NAME.length, segment.length - NAME.length)
                    .slice();
            tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = tiff.getInt(4);
            int entries = tiff.getShort(directory) & 0xFFFF;
            for (int i = 0; i < entries; i++) {
                int at = directory + 2 + i * ENTRY;
                if ((tiff.getShort(at) & 0xFFFF) == ORIENTATION) {
                    int value = tiff.getShort(at + 8);
                    return value >= Picture.UPRIGHT && value <= MOST ? value : Picture.UPRIGHT;
                }
            }
            return Picture.UPRIGHT;
        } catch (IndexOutOfBoundsException | BufferUnderflowException broken) {
            return Picture.UPRIGHT;
        }
    }

    /** A segment that says nothing else. */
    static byte[] of(int orientation) {
        return ByteBuffer.allocate(NAME.length + 8 + 2 + ENTRY + 4)
                .put(NAME)
                .putShort((short) 0x4D4D)
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) ORIENTATION)
                .putShort((short) SHORT)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }
}
