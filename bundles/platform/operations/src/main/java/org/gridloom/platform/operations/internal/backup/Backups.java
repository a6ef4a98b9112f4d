package org.gridloom.platform.operations.internal.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gridloom.platform.files.DataFolder;
import org.gridloom.platform.files.Storage;
import org.gridloom.platform.operations.internal.Permissions;
import org.gridloom.platform.operations.internal.backup.Manifest.End;
import org.gridloom.platform.operations.internal.backup.Manifest.Part;
import org.gridloom.platform.persistence.Indispensable;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.Transactions;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes archives of the district while it works: what is known of the hash chains' ends, then the database as of one
 * moment, then the other files, which only become more.
 */
@Component(service = Backups.class)
public final class Backups {

    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'gridloom-'yyyyMMdd-HHmmss'.zip'").withZone(ZoneOffset.UTC);

    private final Access access;
    private final Transactions transactions;
    private final DataFolder data;
    private final Clock clock;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Storage storage;

    @Activate
    public Backups(
            @Reference Access access,
            @Reference(target = "(osgi.unit.name=platform)") Transactions transactions,
            @Reference DataFolder data,
            @Reference Clock clock) {
        this.access = access;
        this.transactions = transactions;
        this.data = data;
        this.clock = clock;
    }

    /** An archive that was made. */
    public record Made(Path file, long bytes, Manifest manifest) {}

    /**
     * Makes an archive. Until it is whole it bears a draft's name.
     *
     * @param name null for one of the time; a relative one lies in the folder {@code backups} of the data folder
     * @throws Problem {@link Problem.Kind#CONFLICT} if there is such a file
     */
    public Made make(String name) throws IOException {
        access.requireEverywhere(Permissions.BACKUP);
        Path backups = data.folder("backups");
        Path file = backups.resolve(name == null ? NAME.format(clock.instant()) : name)
                .toAbsolutePath()
                .normalize();
        refuseUnfit(file, backups);
        Storage disk = storage;
        if (disk != null && file.startsWith(backups)) {
            disk.require(0);
        }
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        try {
            Manifest manifest = write(draft);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            long bytes = Files.size(file);
            Indispensable.run(() -> transactions.run(tx -> tx.audit(AuditEntry.created(
                    "platform.backup.made",
                    "backup/" + file.getFileName(),
                    null,
                    Map.of("bytes", bytes, "rows", manifest.rows(), "files", manifest.files())))));
            return new Made(file, bytes, manifest);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private void refuseUnfit(Path file, Path backups) {
        if (Files.exists(file)) {
            throw Problem.conflict(Text.of("文件 %s 已存在", "The file %s is there already", file));
        }
        if (file.getParent() == null || !Files.isDirectory(file.getParent())) {
            throw Problem.invalid("file", Text.of("没有目录 %s", "There is no folder %s", file.getParent()));
        }
        if (file.startsWith(data.path()) && !file.startsWith(backups)) {
            throw Problem.invalid(
                    "file", Text.of("数据目录内只能放在 %s", "Within the data folder a backup can only lie in %s", backups));
        }
    }

    private Manifest write(Path draft) throws IOException {
        try (FileChannel channel = FileChannel.open(
                        draft,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        DistrictFiles.mode("rw-------"));
                ArchiveWriter archive = new ArchiveWriter(channel)) {
            DistrictFiles files = new DistrictFiles(data);
            addAll(archive, files.all().stream().filter(DistrictFiles::isEvidence));
            return transactions.snapshot(tx -> {
                try {
                    return write(tx.connection(), archive);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                } catch (RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw unwritable(e);
                }
            });
        }
    }

    private static RuntimeException unwritable(Exception e) {
        return new Problem(
                Problem.Kind.UNAVAILABLE,
                Text.of(
                        "备份写入失败(%s),请检查磁盘空间与权限",
                        "The archive cannot be written (%s): check space and permissions",
                        e.getClass().getSimpleName()));
    }

    private Manifest write(Connection connection, ArchiveWriter archive) throws Exception {
        Tables tables = Tables.of(connection);
        String at = clock.instant().toString();
        for (Table table : tables.inOrder()) {
            archive.add(Part.TABLE + table.common(), out -> TableRows.write(connection, table, out));
        }
        addAll(archive, new DistrictFiles(data).all().stream().filter(file -> !DistrictFiles.isEvidence(file)));
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                at,
                version(),
                connection.getMetaData().getDatabaseProductName()
                        + ' '
                        + connection.getMetaData().getDatabaseProductVersion(),
                tables.migrations(),
                Numbers.read(connection, tables),
                chains(connection),
                archive.parts());
        archive.finish(manifest);
        return manifest;
    }

    private void addAll(ArchiveWriter archive, Stream<Path> files) {
        for (Path file : files.toList()) {
            try {
                add(archive, file);
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw unwritable(e);
            }
        }
    }

    private void add(ArchiveWriter archive, Path file) throws Exception {
        String name = Part.FILE + file.toString().replace('\\', '/');
        try (var in = Files.newInputStream(data.path().resolve(file))) {
            archive.add(name, out -> {
                in.transferTo(out);
                return null;
            });
        } catch (NoSuchFileException e) {
            LOG.debug("{} was removed meanwhile", name, e);
        }
    }

    static Map<String, End> chains(Connection connection) throws SQLException {
        Map<String, End> chains = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select chain, position, hash from platform_seal")) {
            while (row.next()) {
                chains.put(row.getString(1), new End(row.getLong(2), row.getString(3)));
            }
        }
        return chains;
    }

    private static String version() {
        var bundle = FrameworkUtil.getBundle(Backups.class);
        return bundle == null ? "" : bundle.getVersion().toString();
    }
}
