package org.gridloom.platform.settings.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gridloom.platform.files.DataFolder;

/**
 * The node's files {@code settings/<module>.cfg}, and in {@code settings/accepted} what was last found good of each: what
 * holds while a file is bad, also after a restart.
 */
final class FolderFiles {

    static final String FOLDER = "settings";
    private static final String ACCEPTED = FOLDER + "/accepted";
    private static final String END = ".cfg";
    private static final int MOST_BYTES = 1 << 20;

    private final DataFolder data;

    FolderFiles(DataFolder data) {
        this.data = data;
        data.folder(FOLDER);
    }

    static String path(String module) {
        return FOLDER + "/" + module + END;
    }

    /** Texts by module. */
    Map<String, String> all() {
        return read(data.path().resolve(FOLDER));
    }

    /** What was last found good, by module. */
    Map<String, String> accepted() {
        return read(data.path().resolve(ACCEPTED));
    }

    /** @param text null where there is no file any more */
    void accept(String module, String text) {
        if (text != null) {
            data.write(ACCEPTED + "/" + module + END, text.getBytes(StandardCharsets.UTF_8));
            return;
        }
        try {
            Files.deleteIfExists(data.path().resolve(ACCEPTED).resolve(module + END));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> read(Path folder) {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = file.getFileName().toString();
                if (name.endsWith(END) && Files.isRegularFile(file)) {
                    texts.put(name.substring(0, name.length() - END.length()), text(file));
                }
            }
        } catch (NoSuchFileException none) {
            return Map.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    /** What cannot be read is a text that says nothing, so it is refused by its first line. */
    private static String text(Path file) throws IOException {
        try {
            return Files.size(file) > MOST_BYTES ? "too large" : Files.readString(file);
        } catch (MalformedInputException notInUtf8) {
            return "not in UTF-8";
        }
    }
}
