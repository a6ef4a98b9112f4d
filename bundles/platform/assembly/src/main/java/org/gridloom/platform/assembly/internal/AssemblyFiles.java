package org.gridloom.platform.assembly.internal;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.gridloom.platform.assembly.internal.file.AssemblyFile;
import org.gridloom.platform.files.DataFolder;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Files on the server; a relative one lies in the data folder. */
@Component(service = AssemblyFiles.class)
public final class AssemblyFiles {

    private final DataFolder data;

    @Activate
    public AssemblyFiles(@Reference DataFolder data) {
        this.data = data;
    }

    public AssemblyFile read(String file) throws IOException {
        return read(path(file));
    }

    AssemblyFile read(Path file) throws IOException {
        try {
            return AssemblyFile.parse(Files.readString(file));
        } catch (NoSuchFileException none) {
            throw Problem.invalid("file", Text.of("没有文件 %s", "There is no file %s", file));
        } catch (CharacterCodingException notText) {
            throw Problem.invalid("file", Text.of("应为 UTF-8 文本", "Must be text in UTF-8"));
        }
    }

    /** Writes a new file. */
    public Path write(String file, String text) throws IOException {
        Path path = path(file);
        try {
            return Files.writeString(path, text, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException there) {
            throw Problem.invalid("file", Text.of("文件 %s 已存在", "There is a file %s already", path));
        } catch (NoSuchFileException none) {
            throw Problem.invalid("file", Text.of("没有文件夹 %s", "There is no folder %s", path.getParent()));
        }
    }

    private Path path(String file) {
        try {
            return data.path().resolve(file);
        } catch (InvalidPathException none) {
            throw Problem.invalid("file", Text.of("不是文件名", "Is no name of a file"));
        }
    }
}
