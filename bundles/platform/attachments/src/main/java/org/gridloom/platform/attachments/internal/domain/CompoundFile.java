package org.gridloom.platform.attachments.internal.domain;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.gridloom.platform.attachment.AttachmentKind;
import org.gridloom.platform.text.Text;

/**
 * Documents of old office programs (MS-CFB). Their parts are named in entries of 128 bytes at multiples of 128, wherever
 * the directory lies: all of them are looked at, so nothing can be hidden by an odd chain of sectors.
 */
final class CompoundFile {

    private static final int ENTRY = 128;
    private static final int NAME = 64;
    private static final int LENGTH_AT = 64;
    private static final int TYPE_AT = 66;
    private static final Set<Integer> TYPES = Set.of(1, 2, 5);
    private static final Map<String, AttachmentKind> KINDS = Map.of(
            "WordDocument", AttachmentKind.DOC,
            "Workbook", AttachmentKind.XLS,
            "Book", AttachmentKind.XLS,
            "PowerPoint Document", AttachmentKind.PPT);
    private static final Set<String> MACROS = Set.of("_VBA_PROJECT", "_VBA_PROJECT_CUR", "VBA", "Macros");

    private CompoundFile() {}

    /** @param ending of the file's name: a document may hold documents of other kinds */
    static AttachmentKind kind(Path file, String ending) throws IOException {
        Set<String> parts = parts(file);
        if (parts.contains("EncryptedPackage")) {
            throw Refused.encrypted();
        }
        if (!Collections.disjoint(parts, MACROS)) {
            throw Refused.macros();
        }
        return parts.stream()
                .filter(KINDS::containsKey)
                .map(KINDS::get)
                .min(Comparator.comparing(
                                (AttachmentKind kind) -> !kind.endings().contains(ending))
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow(() -> Refused.file(
                        Text.of("这不是 Word、Excel 或 PowerPoint 文档", "This is no Word, Excel or PowerPoint document")));
    }

    private static Set<String> parts(Path file) throws IOException {
        Set<String> parts = new HashSet<>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            byte[] entry = new byte[ENTRY];
            while (in.readNBytes(entry, 0, ENTRY) == ENTRY) {
                int length = (entry[LENGTH_AT] & 0xFF) | (entry[LENGTH_AT + 1] & 0xFF) << 8;
                if (TYPES.contains((int) entry[TYPE_AT]) && length > 2 && length <= NAME && length % 2 == 0) {
                    parts.add(new String(entry, 0, length - 2, StandardCharsets.UTF_16LE));
                }
            }
        }
        return parts;
    }
}
