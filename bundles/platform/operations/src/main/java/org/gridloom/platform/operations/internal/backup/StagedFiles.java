package org.gridloom.platform.operations.internal.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gridloom.platform.files.DataFolder;

/**
 * An archive's files beside their places, with a note of which restore they belong to. They are put into their places
 * when its rows are there, again from the beginning if the server was killed meanwhile.
 */
final class StagedFiles {

    static final String FOLDER = "restore";
    private static final String NOTE = "note.json";
    private static final String CONTENT = "files";

    private final DataFolder data;
    private final DistrictFiles district;
    private final Path folder;

    StagedFiles(DataFolder data) {
        this.data = data;
        this.district = new DistrictFiles(data);
        this.folder = data.path().resolve(FOLDER);
    }

    /**
     * Which restore is under way.
     *
     * @param id stands in its audit entry, which commits with its rows
     * @param archive the file
     * @param evidence the archive's own, which must not be taken for that of the empty installation
     */
    record Note(String id, String archive, Set<String> evidence) {}

    /** Empty if no restore was left unfinished. */
    Optional<Note> note() throws IOException {
        Path note = folder.resolve(NOTE);
        return Files.exists(note) ? Optional.of(Archives.JSON.readValue(note.toFile(), Note.class)) : Optional.empty();
    }

    void begin(Note note) throws IOException {
        discard();
        data.write(FOLDER + "/" + NOTE, Archives.JSON.writeValueAsBytes(note));
    }

    /** Lays a file beside its place, if it is one of the district's. */
    void add(String name, InputStream content) throws IOException {
        district.require(name);
        data.write(FOLDER + "/" + CONTENT + "/" + name, content);
    }

    /** Puts all files into their places. What a killed one has moved already is not there any more. */
    void place(Note note) throws IOException {
        district.clearEvidence(note.evidence());
        Path content = folder.resolve(CONTENT);
        for (Path file : below(content)) {
            if (Files.isRegularFile(file)) {
                place(file, content.relativize(file).toString());
            }
        }
        discard();
    }

    private void place(Path file, String name) throws IOException {
        Path place = data.path().resolve(name);
        Files.createDirectories(place.getParent(), DistrictFiles.mode("rwx------"));
        try {
            Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException onAnotherDisk) {
            try (InputStream in = Files.newInputStream(file)) {
                data.write(name, in);
            }
            Files.delete(file);
        }
    }

    /** The note goes last: as long as anything is left it is known whose it is. */
    void discard() throws IOException {
        for (Path file : below(folder.resolve(CONTENT))) {
            Files.delete(file);
        }
        for (Path file : below(folder)) {
            Files.delete(file);
        }
    }

    /** The deepest first, the folder itself last. */
    private static List<Path> below(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
