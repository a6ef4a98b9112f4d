package org.gridloom.platform.attachments.internal.domain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.gridloom.platform.attachment.AttachmentKind;
import org.gridloom.platform.text.Text;

/** Words, in UTF-8 or GB18030, that no browser or shell would take for something to run. */
final class PlainText {

    private static final int PART = 1 << 16;
    private static final List<String> RUNS = List.of(
            "<script", "<html", "<!doctype", "<svg", "<?xml", "<?php", "<iframe", "<object", "<embed", "javascript:");
    private static final int LONGEST_MARK =
            RUNS.stream().mapToInt(String::length).max().orElseThrow();
    private static final Charset GB18030 = Charset.forName("GB18030");

    private PlainText() {}

    static AttachmentKind checked(Path file) throws IOException {
        if (!isText(file, StandardCharsets.UTF_8) && !isText(file, GB18030)) {
            throw Refused.file(Text.of(
                    "无法识别的文件类型;可上传 JPEG、PNG、PDF、OFD、Office 文档和纯文本",
                    "A kind of file that is not known: pictures (JPEG, PNG), PDF, OFD, office documents and plain text"
                            + " are taken"));
        }
        return AttachmentKind.TEXT;
    }

    private static boolean isText(Path file, Charset charset) throws IOException {
        try (BufferedReader in = new BufferedReader(java.nio.channels.Channels.newReader(
                Files.newByteChannel(file),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT),
                PART))) {
            return isText(in);
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    private static boolean isText(Reader in) throws IOException {
        char[] part = new char[PART];
        String before = "";
        boolean first = true;
        for (int read = in.read(part); read >= 0; read = in.read(part)) {
            String text = new String(part, 0, read);
            if (text.chars().anyMatch(PlainText::isNoText)) {
                return false;
            }
            String small = before + text.toLowerCase(Locale.ROOT);
            if (first && begins(small) || RUNS.stream().anyMatch(small::contains)) {
                throw Refused.file(Text.of("不能上传网页、SVG 或脚本", "Web pages, SVG and scripts are not taken"));
            }
            before = small.substring(Math.max(0, small.length() - LONGEST_MARK));
            first = false;
        }
        return true;
    }

    private static boolean begins(String text) {
        String start = text.replace("\uFEFF", "").stripLeading();
        return start.startsWith("#!") || start.startsWith("<") || start.startsWith("@echo");
    }

    private static boolean isNoText(int character) {
        return character < ' ' && character != '\t' && character != '\n' && character != '\r' && character != '\f'
                || character == 0x7F;
    }
}
