package org.gridloom.platform.attachments.internal.domain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.gridloom.platform.attachment.AttachmentKind;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;

/** Tells by its content what a file is. */
public final class Detector {

    private static final int START = 512;
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] COMPOUND = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };

    private Detector() {}

    /**
     * @param name of the file, with its ending
     * @throws Problem {@link Problem.Kind#INVALID} for what is never taken, saying what it is where that is
     *     known
     */
    public static AttachmentKind kind(Path file, String name) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(START);
        }
        if (start.length == 0) {
            throw Refused.file(Text.of("文件是空的", "The file is empty"));
        }
        if (begins(start, JPEG)) {
            return AttachmentKind.JPEG;
        }
        if (begins(start, PNG)) {
            return AttachmentKind.PNG;
        }
        if (begins(start, PDF)) {
            return Pdf.checked(file);
        }
        if (begins(start, ZIP)) {
            return Packages.kind(file);
        }
        if (begins(start, COMPOUND)) {
            return CompoundFile.kind(file, FileNames.ending(name));
        }
        Signatures.of(start).ifPresent(what -> {
            throw notTaken(what);
        });
        return PlainText.checked(file);
    }

    private static Problem notTaken(Text what) {
        return Refused.file(Text.of("不能上传:这是%1$s", "Not taken: this is %2$s", what.zh(), what.en()));
    }

    private static boolean begins(byte[] start, byte[] signature) {
        return start.length >= signature.length
                && Arrays.equals(start, 0, signature.length, signature, 0, signature.length);
    }
}
