package org.gridloom.platform.sheets.internal.shell;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.sheet.SheetFormat;
import org.gridloom.platform.text.Text;

/** A new file on the server; its name says what kind it is. None is left of one that fails. */
final class OutputFile {

    /** Writes the file. */
    @FunctionalInterface
    interface Content {
        void write(SheetFormat format, OutputStream out) throws IOException;
    }

    private OutputFile() {}

    static void write(String name, Content content) throws IOException {
        Path path;
        try {
            path = Path.of(name);
        } catch (InvalidPathException none) {
            throw cannotBeMade();
        }
        SheetFormat format = name.toLowerCase(Locale.ROOT).endsWith(".csv") ? SheetFormat.CSV : SheetFormat.XLSX;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path, StandardOpenOption.CREATE_NEW))) {
            content.write(format, out);
        } catch (FileAlreadyExistsException there) {
            throw Problem.invalid("file", Text.of("文件已存在", "The file is there already"));
        } catch (NoSuchFileException none) {
            throw cannotBeMade();
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(path);
            throw failed;
        }
    }

    private static Problem cannotBeMade() {
        return Problem.invalid("file", Text.of("无法在此处新建文件", "A file cannot be made there"));
    }
}
