package org.gridloom.platform.modules.internal.shell;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;

/** What somebody typed for a module: its name, or a file on the server, known by its ending. */
final class ModuleArgument {

    private ModuleArgument() {}

    /** @throws Problem {@link Problem.Kind#INVALID} for a file that is not there */
    static Optional<Path> file(String typed) {
        if (!typed.endsWith(".kar") && !typed.endsWith(".jar")) {
            return Optional.empty();
        }
        try {
            Path file =
                    typed.startsWith("file:/") ? Path.of(URI.create(typed)) : Path.of(typed.replaceFirst("^file:", ""));
            if (Files.isRegularFile(file)) {
                return Optional.of(file);
            }
        } catch (IllegalArgumentException none) {
            throw noFile(typed);
        }
        throw noFile(typed);
    }

    private static Problem noFile(String typed) {
        return Problem.invalid("module", Text.of("没有文件 %s", "There is no file %s", typed));
    }
}
