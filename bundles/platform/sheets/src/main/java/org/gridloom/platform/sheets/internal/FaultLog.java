package org.gridloom.platform.sheets.internal;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.gridloom.platform.text.Text;

/** Every fault of a file, on disk, by row once all are told. Gone when closed. */
final class FaultLog implements AutoCloseable {

    private static final int OFFSET_BITS = 40;

    /** Takes a fault of a row. */
    @FunctionalInterface
    interface Taker {
        /** @param place of the cell, -1 where it is the row's */
        void fault(int place, Text message);
    }

    private final Path file;
    private final DataOutputStream out;
    /** Row and offset of each fault in one number, so that sorting them is sorting by row. */
    private long[] index = new long[256];

    private int count;
    private int next;
    private RandomAccessFile in;

    /** @param file an empty one */
    FaultLog(Path file) throws IOException {
        this.file = file;
        out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
    }

    void add(int row, int place, Text message) {
        try {
            if (count == index.length) {
                index = Arrays.copyOf(index, 2 * count);
            }
            index[count++] = ((long) row << OFFSET_BITS) + out.size();
            out.writeShort(place);
            out.writeUTF(message.zh());
            out.writeUTF(message.en());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int count() {
        return count;
    }

    /** Goes back to the first row. */
    void rewind() throws IOException {
        out.flush();
        Arrays.sort(index, 0, count);
        next = 0;
        if (in == null) {
            in = new RandomAccessFile(file.toFile(), "r");
        }
    }

    /** The faults of the row and of rows before it that have not been asked for; rows are asked for in their order. */
    void upTo(int row, Taker taker) throws IOException {
        for (; next < count && index[next] >> OFFSET_BITS <= row; next++) {
            in.seek(index[next] & ((1L << OFFSET_BITS) - 1));
            int place = in.readShort();
            taker.fault(place, new Text(in.readUTF(), in.readUTF()));
        }
    }

    @Override
    public void close() throws IOException {
        try (DataOutputStream written = out;
                RandomAccessFile read = in) {
            Files.deleteIfExists(file);
        }
    }
}
