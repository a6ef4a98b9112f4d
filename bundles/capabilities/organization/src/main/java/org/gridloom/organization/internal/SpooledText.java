package org.gridloom.organization.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.gridloom.platform.files.Sha256;
import org.gridloom.platform.files.TemporaryFiles;

/** A text put down in a temporary file, as its encoding shows only at its end. Gone when closed. */
final class SpooledText implements AutoCloseable {

    private static final Charset[] ENCODINGS = {StandardCharsets.UTF_8, Charset.forName("GB18030")};
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final Path file;
    private final Charset encoding;

    private SpooledText(Path file, Charset encoding) {
        this.file = file;
        this.encoding = encoding;
    }

    static SpooledText of(TemporaryFiles files, InputStream in) throws IOException {
        Path file = files.create("import");
        try {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            return new SpooledText(file, encoding(file));
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(file);
            throw failed;
        }
    }

    private static Charset encoding(Path file) throws IOException {
        for (Charset encoding : ENCODINGS) {
            if (isIn(encoding, file)) {
                return encoding;
            }
        }
        return null;
    }

    private static boolean isIn(Charset encoding, Path file) throws IOException {
        try (Reader reader = reader(file, encoding)) {
            reader.transferTo(Writer.nullWriter());
            return true;
        } catch (CharacterCodingException otherwise) {
            return false;
        }
    }

    private static Reader reader(Path file, Charset encoding) throws IOException {
        return new BufferedReader(new InputStreamReader(
                Files.newInputStream(file),
                encoding.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    /** The text without byte order mark; empty if it is neither UTF-8 nor GB18030. */
    Optional<Reader> reader() throws IOException {
        if (encoding == null) {
            return Optional.empty();
        }
        Reader reader = reader(file, encoding);
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return Optional.of(reader);
    }

    /** Of the file as it was sent. */
    String sha256() {
        try {
            return Sha256.of(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
