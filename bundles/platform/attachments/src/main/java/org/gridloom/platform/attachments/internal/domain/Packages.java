package org.gridloom.platform.attachments.internal.domain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.gridloom.platform.attachment.AttachmentKind;
import org.gridloom.platform.text.Text;

/** Documents that are ZIP files: OOXML and OFD. Nothing is unpacked but the list of content types. */
final class Packages {

    private static final String TYPES = "[Content_Types].xml";
    private static final int MOST_ENTRIES = 20_000;
    private static final long MOST_UNPACKED = 2L << 30;
    private static final int HIGHEST_RATIO = 300;
    private static final int LARGEST_TYPES = 1 << 20;

    private Packages() {}

    static AttachmentKind kind(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Set<String> names = names(zip, Files.size(file));
            if (names.contains("ofd.xml")) {
                return AttachmentKind.OFD;
            }
            if (names.contains("encryptedpackage") || !names.contains(TYPES.toLowerCase(Locale.ROOT))) {
                throw noDocument();
            }
            requireNoMacros(zip, names);
            if (names.contains("word/document.xml")) {
                return AttachmentKind.DOCX;
            }
            if (names.contains("xl/workbook.xml") || names.contains("xl/workbook.bin")) {
                return AttachmentKind.XLSX;
            }
            if (names.contains("ppt/presentation.xml")) {
                return AttachmentKind.PPTX;
            }
            throw noDocument();
        } catch (ZipException | IllegalArgumentException broken) {
            throw Refused.damaged();
        }
    }

    /** In small letters, as office programs find parts in any case. */
    private static Set<String> names(ZipFile zip, long packed) {
        if (zip.size() > MOST_ENTRIES) {
            throw bomb();
        }
        Set<String> names = new HashSet<>();
        long unpacked = 0;
        for (ZipEntry entry : zip.stream().toList()) {
            if (entry.getName().contains("..")) {
                throw Refused.damaged();
            }
            unpacked += Math.max(0, entry.getSize());
            names.add(entry.getName().replace('\\', '/').toLowerCase(Locale.ROOT));
        }
        if (unpacked > MOST_UNPACKED || unpacked / HIGHEST_RATIO > packed) {
            throw bomb();
        }
        return names;
    }

    private static void requireNoMacros(ZipFile zip, Set<String> names) throws IOException {
        if (names.stream().anyMatch(name -> name.endsWith("vbaproject.bin") || name.contains("/macrosheets/"))) {
            throw Refused.macros();
        }
        ZipEntry types = zip.stream()
                .filter(entry -> entry.getName().equalsIgnoreCase(TYPES))
                .findFirst()
                .orElseThrow();
        try (InputStream in = zip.getInputStream(types)) {
            String text = new String(in.readNBytes(LARGEST_TYPES), StandardCharsets.UTF_8);
            if (text.toLowerCase(Locale.ROOT).contains("macroenabled")) {
                throw Refused.macros();
            }
        }
    }

    private static RuntimeException noDocument() {
        return Refused.file(Text.of(
                "这是压缩包,不是 docx、xlsx、pptx 或 OFD 文档;请解压后逐个上传",
                "This is an archive and no docx, xlsx, pptx or OFD document: send what is in it, one by one"));
    }

    private static RuntimeException bomb() {
        return Refused.file(Text.of("文档解压后过大", "The document is too large when unpacked"));
    }
}
