package org.gridloom.platform.console;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;

/**
 * Files on the server that a command is told to read or to make, relative to the data folder. What cannot be is refused as {@link
 * Problem.Kind#INVALID}, in clear words and with the argument or option that named it.
 */
public final class ServerFiles {

    private ServerFiles() {}

    /** Writes what a file is to hold. */
    @FunctionalInterface
    public interface Content {

        void write(OutputStream out) throws IOException;
    }

    /**
     * Opens a file to be read; whoever calls closes it.
     *
     * @param field the argument or option that named it, as {@code file} or {@code --export}
     * @throws Problem if there is no such file or it cannot be read
     */
    public static InputStream open(String field, String name) throws IOException {
        Path file = path(field, name);
        if (!Files.isRegularFile(file)) {
            throw Problem.invalid(field, Text.of("没有这个文件", "There is no such file"));
        }
        if (!Files.isReadable(file)) {
            throw Problem.invalid(field, Text.of("无法读取该文件", "The file cannot be read"));
        }
        return new BufferedInputStream(Files.newInputStream(file));
    }

    /**
     * The text that a file holds.
     *
     * @param field the argument or option that named it
     * @throws Problem as {@link #open}, and if it is not text in UTF-8
     */
    public static String text(String field, String name) throws IOException {
        try (InputStream in = open(field, name)) {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(in.readAllBytes()));
            return text.toString();
        } catch (CharacterCodingException other) {
            throw Problem.invalid(field, Text.of("应为 UTF-8 文本", "Must be text in UTF-8"));
        }
    }

    /**
     * Makes a new file that its owner alone can read, as lists hold personal data. None is left if its content fails.
     *
     * @param field the argument or option that named it
     * @throws Problem if there is one of that name already, or none can be made there
     */
    public static void write(String field, String name, Content content) throws IOException {
        Path file = made(field, name);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            content.write(out);
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(file);
            throw failed;
        }
    }

    private static Path made(String field, String name) {
        try {
            return Files.createFile(
                    path(field, name),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException there) {
            throw Problem.invalid(field, Text.of("文件已存在", "The file is there already"));
        } catch (IOException none) {
            throw Problem.invalid(field, Text.of("无法在此处新建文件", "A file cannot be made there"));
        }
    }

    private static Path path(String field, String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException none) {
            throw Problem.invalid(field, Text.of("不是文件名", "Is no name of a file"));
        }
    }
}
