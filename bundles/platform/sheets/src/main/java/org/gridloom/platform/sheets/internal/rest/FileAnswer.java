package org.gridloom.platform.sheets.internal.rest;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gridloom.platform.files.TemporaryFiles;
import org.gridloom.platform.sheet.SheetFormat;

/** A file as an answer. It is written whole before the answer begins, so that what goes wrong is still told. */
final class FileAnswer {

    /** Writes the file. */
    @FunctionalInterface
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    private FileAnswer() {}

    static Response of(TemporaryFiles files, String name, SheetFormat format, Content content) throws IOException {
        Path file = files.create("answer");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            content.write(out);
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(file);
            throw failed;
        }
        StreamingOutput sent = out -> {
            try {
                Files.copy(file, out);
            } finally {
                Files.deleteIfExists(file);
            }
        };
        String plain = name + '.' + format.extension();
        return Response.ok(sent, format.mediaType())
                .header(
                        "Content-Disposition",
                        "attachment; filename*=UTF-8''"
                                + URLEncoder.encode(plain, StandardCharsets.UTF_8)
                                        .replace("+", "%20"))
                .build();
    }
}
