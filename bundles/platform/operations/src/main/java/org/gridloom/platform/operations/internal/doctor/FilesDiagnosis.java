package org.gridloom.platform.operations.internal.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gridloom.platform.diagnosis.Diagnosis;
import org.gridloom.platform.diagnosis.Finding;
import org.gridloom.platform.files.DataFolder;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Examines who may read what holds secrets. */
@Component(service = Diagnosis.class)
public final class FilesDiagnosis implements Diagnosis {

    private static final String CHECK = "files";
    private static final String TLS_KEY = "GRIDLOOM_TLS_KEY";
    private static final String PRIVACY_KEYS = "GRIDLOOM_PRIVACY_KEYS";
    private static final int DEPTH = 4;
    /** Attachments may be very many; those that are looked at tell of the others. */
    private static final int MOST = 10_000;

    /** For the server's user only. */
    private static final List<String> SECRET = List.of("admin.properties", "keys", "privacy", "karaf/ssh-host.key");

    /** A group of operators may read these, nobody else. */
    private static final List<String> INTERNAL =
            List.of("db", "attachments", "settings", "backups", "log", "support", "etc-local");

    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE, PosixFilePermission.OTHERS_EXECUTE);

    private static final Set<PosixFilePermission> ALL_BUT_OWNER = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final Path folder;
    private final UnaryOperator<String> environment;

    @Activate
    public FilesDiagnosis(@Reference DataFolder data) {
        this(data.path(), System::getenv);
    }

    FilesDiagnosis(Path folder, UnaryOperator<String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    @Override
    public List<Finding> findings() {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        SECRET.forEach(name -> add(findings, folder.resolve(name), ALL_BUT_OWNER));
        elsewhere(TLS_KEY).ifPresent(key -> add(findings, key, OTHERS));
        elsewhere(PRIVACY_KEYS).ifPresent(keys -> add(findings, keys, ALL_BUT_OWNER));
        if (!isClosed(folder)) {
            INTERNAL.forEach(name -> add(findings, folder.resolve(name), OTHERS));
        }
        if (findings.isEmpty()) {
            findings.add(Finding.ok(
                    CHECK, Text.of("密钥与数据文件只有本服务可读", "Keys and data are for the server's user to read only")));
        }
        return findings;
    }

    /** Where an operator put a file that need not lie in the data folder. */
    private Optional<Path> elsewhere(String variable) {
        return Optional.ofNullable(environment.apply(variable))
                .filter(path -> !path.isBlank())
                .map(path -> Path.of(path.trim()));
    }

    /** Nobody else gets into the folder, so that what lies in it may be as it likes. */
    private static boolean isClosed(Path folder) {
        return Files.isDirectory(folder) && !modes(folder).contains(PosixFilePermission.OTHERS_EXECUTE);
    }

    private static void add(List<Finding> findings, Path place, Set<PosixFilePermission> unwanted) {
        if (!Files.exists(place) || unwanted == OTHERS && isClosed(place)) {
            return;
        }
        try (Stream<Path> files = Files.walk(place, DEPTH)) {
            List<Path> open = files.filter(Files::isRegularFile)
                    .limit(MOST)
                    .filter(file -> modes(file).stream().anyMatch(unwanted::contains))
                    .toList();
            if (!open.isEmpty()) {
                findings.add(finding(open, unwanted == OTHERS ? "o-rwx" : "go-rwx"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Finding finding(List<Path> open, String mode) {
        return Finding.warning(
                CHECK,
                Text.of(
                        "%2$d 个文件别的系统用户可读写,如 %1$s",
                        "%2$d files can be read or written by other users of the machine, such as %1$s",
                        open.get(0),
                        open.size()),
                Text.of("其中有密钥或居民数据", "They hold keys or data of residents"),
                Finding.command("chmod " + mode + " " + open.get(0)));
    }

    /** Of a file that goes meanwhile: none. */
    private static Set<PosixFilePermission> modes(Path file) {
        try {
            return Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            return Set.of();
        }
    }
}
