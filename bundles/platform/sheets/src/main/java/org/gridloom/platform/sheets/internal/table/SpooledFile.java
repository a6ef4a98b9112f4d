package org.gridloom.platform.sheets.internal.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.gridloom.platform.text.Text;

/** A file that was sent, put down so that it can be read more than once. */
public final class SpooledFile {

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final int BUFFER = 64 * 1024;

    private SpooledFile() {}

    /**
     * Takes the file as what its first bytes say it is.
     *
     * @param file an empty one, deleted with the table
     * @throws FileRefused if it is no table or too large
     */
    public static RawTable open(InputStream in, Path file, Limits limits) throws IOException {
        try {
            byte[] start = copy(in, file, limits.fileBytes());
            return table(file, start, limits);
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(file);
            throw failed;
        }
    }

    private static byte[] copy(InputStream in, Path file, long most) throws IOException {
        byte[] start = null;
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = in.readNBytes(buffer, 0, BUFFER); read > 0; read = in.readNBytes(buffer, 0, BUFFER)) {
                size += read;
                if (size > most) {
                    throw new FileRefused(Text.of("文件超过 %d MB", "The file is larger than %d MB", most >> 20));
                }
                start = start == null ? Arrays.copyOf(buffer, read) : start;
                out.write(buffer, 0, read);
            }
        }
        return start == null ? new byte[0] : start;
    }

    private static RawTable table(Path file, byte[] start, Limits limits) throws IOException {
        if (startsWith(start, ZIP)) {
            return new Workbook(file, limits);
        }
        if (startsWith(start, COMPOUND)) {
            throw new FileRefused(Text.of(
                    "这是旧版 .xls 或加密的工作簿,请另存为不加密的 .xlsx",
                    "This is an old .xls or an encrypted workbook: save it as .xlsx without a password"));
        }
        for (byte each : start) {
            if (each == 0) {
                throw new FileRefused(Text.of("这不是 .xlsx 或 CSV 文件", "This is neither an .xlsx nor a CSV file"));
            }
        }
        return CsvTable.of(file, limits);
    }

    private static boolean startsWith(byte[] content, byte[] signature) {
        return content.length >= signature.length
                && Arrays.equals(content, 0, signature.length, signature, 0, signature.length);
    }
}
