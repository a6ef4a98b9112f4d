package org.gridloom.platform.operations.internal.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gridloom.platform.files.DataFolder;

/** What lies in the data folder and belongs to the district: keys, attachments, settings, the list of modules. */
final class DistrictFiles {

    /**
     * The database has its own part of the archive; the rest is derived, of the node, or backups themselves. The keys of
     * personal data are left out on purpose: with them, who has an archive could read everything.
     */
    private static final Set<String> NOT_OURS = Set.of(
            "db",
            "karaf",
            "log",
            "lock",
            "backups",
            "support",
            "privacy",
            "temporary",
            "store-drafts",
            StagedFiles.FOLDER);

    /** Where the ends of the hash chains are put down: what of it is newer than the rows would contradict them. */
    private static final String EVIDENCE = "anchors";

    private final Path folder;

    DistrictFiles(DataFolder data) {
        this.folder = data.path();
    }

    /** Relative to the folder. Links are not followed. */
    List<Path> all() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !Files.isSymbolicLink(file))
                    .map(folder::relativize)
                    .filter(DistrictFiles::isOurs)
                    .sorted()
                    .toList();
        }
    }

    /** Belongs to rows that must be at least as new. */
    static boolean isEvidence(Path file) {
        return file.startsWith(EVIDENCE);
    }

    /** Takes away what is known of the chains that the restored ones replace, but for those files. */
    void clearEvidence(Set<String> but) throws IOException {
        for (Path file : all()) {
            if (isEvidence(file) && !but.contains(file.toString())) {
                Files.delete(folder.resolve(file));
            }
        }
    }

    private static boolean isOurs(Path file) {
        String last = file.getFileName().toString();
        return !NOT_OURS.contains(file.getName(0).toString())
                && !last.endsWith(".hprof")
                && !last.startsWith("hs_err_pid")
                && !last.endsWith(".new");
    }

    /** Refuses what is no file of the district. */
    void require(String name) throws IOException {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder) || !isOurs(folder.relativize(file))) {
            throw new IOException("Not a file of the district: " + name);
        }
    }

    static FileAttribute<?> mode(String mode) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode));
    }
}
