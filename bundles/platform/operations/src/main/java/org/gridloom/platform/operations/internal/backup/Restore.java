package org.gridloom.platform.operations.internal.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridloom.platform.files.DataFolder;
import org.gridloom.platform.operations.internal.Permissions;
import org.gridloom.platform.operations.internal.backup.Manifest.Part;
import org.gridloom.platform.operations.internal.backup.StagedFiles.Note;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Brings an archive back into an installation in which nobody has recorded anything yet. Files are laid beside their
 * places, all rows are one transaction, then the files move: one that fails or is killed before the commit changed
 * nothing and can be tried again, and what a later one left is finished at the next start.
 */
@Component(service = Restore.class)
public final class Restore {

    static final String ACTION = "platform.backup.restored";

    /** Each waits for a lock as long as the database does. */
    private static final int MOST_TRIES = 3;

    private final Access access;
    private final Transactions transactions;
    private final DataFolder data;

    @Activate
    public Restore(
            @Reference Access access,
            @Reference(target = "(osgi.unit.name=platform)") Transactions transactions,
            @Reference DataFolder data) {
        this.access = access;
        this.transactions = transactions;
        this.data = data;
    }

    /** What needs the connection. */
    private interface Work {
        void on(Connection connection) throws SQLException, IOException;
    }

    /**
     * Restores. What the modules hold in memory is of the former state afterwards: the server must be started anew.
     *
     * @param name as for {@link Backups#make}
     * @throws Problem {@link Problem.Kind#INVALID} if the archive is damaged, {@link Problem.Kind#CONFLICT} if the
     *     installation is not empty or its modules do not fit the archive; nothing was written then
     */
    public Manifest run(String name) throws IOException {
        access.requireEverywhere(Permissions.BACKUP);
        Path file = data.folder("backups").resolve(name).toAbsolutePath().normalize();
        if (!Files.isRegularFile(file)) {
            throw Problem.notFound(Text.of("没有文件 %s", "There is no file %s", file));
        }
        return restore(file);
    }

    /** One at a time: the second finds that the installation is not empty any more. */
    private synchronized Manifest restore(Path file) throws IOException {
        try (ArchiveReader archive = ArchiveReader.open(file)) {
            Manifest manifest = archive.manifest();
            patiently(() -> prepare(manifest));
            StagedFiles files = new StagedFiles(data);
            Note note = note(file, manifest);
            try {
                stage(archive, files, note);
                patiently(() -> insert(archive, note));
            } catch (IOException | RuntimeException e) {
                settle(e);
                throw e;
            }
            files.place(note);
            return manifest;
        }
    }

    /** Whoever works at the moment a table is wanted for itself is waited for; what was refused has written nothing. */
    private static void patiently(Runnable step) {
        for (int tries = 1; ; tries++) {
            try {
                step.run();
                return;
            } catch (Problem e) {
                if (e.kind() != Problem.Kind.UNAVAILABLE || tries == MOST_TRIES) {
                    throw e;
                }
            }
        }
    }

    private void settle(Exception failure) {
        try {
            new UnfinishedRestore(access, transactions, data).settle();
        } catch (IOException | RuntimeException e) {
            // The next start tries it again.
            failure.addSuppressed(e);
        }
    }

    void prepare(Manifest manifest) {
        transactions.run(tx -> with(tx.connection(), connection -> {
            requireEmpty(connection);
            Tables tables = Tables.of(connection);
            requireSameMigrations(tables.migrations(), manifest.migrations());
            Numbers.restart(connection, tables, manifest.numbers());
        }));
    }

    static Note note(Path file, Manifest manifest) {
        Set<String> evidence = manifest.parts().stream()
                .filter(part -> !part.isTable())
                .map(Part::content)
                .filter(name -> DistrictFiles.isEvidence(Path.of(name)))
                .collect(Collectors.toSet());
        return new Note(UUID.randomUUID().toString(), file.toString(), evidence);
    }

    static void stage(ArchiveReader archive, StagedFiles files, Note note) throws IOException {
        files.begin(note);
        for (Part part : archive.manifest().parts()) {
            if (!part.isTable()) {
                try (InputStream in = archive.content(part)) {
                    files.add(part.content(), in);
                }
            }
        }
    }

    void insert(ArchiveReader archive, Note note) {
        Manifest manifest = archive.manifest();
        transactions.run(tx -> {
            with(tx.connection(), connection -> {
                requireEmpty(connection);
                load(connection, archive);
            });
            tx.audit(AuditEntry.created(
                    ACTION,
                    "backup/" + Path.of(note.archive()).getFileName(),
                    null,
                    Map.of(
                            "at",
                            manifest.at(),
                            "rows",
                            manifest.rows(),
                            "files",
                            manifest.files(),
                            "restore",
                            note.id())));
        });
    }

    private static void with(Connection connection, Work work) {
        try {
            work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whatever is recorded is published; the first start and signing in are not. */
    private static void requireEmpty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from platform_event")) {
            row.next();
            if (row.getLong(1) > 0) {
                throw Problem.conflict(Text.of(
                        "只能恢复到空的安装,本安装已有 %d 个事件;请换用空的数据目录和数据库",
                        "Only an empty installation can be restored into, and this one has %d event(s):"
                                + " use an empty data folder and database",
                        row.getLong(1)));
            }
        }
    }

    private static void requireSameMigrations(Map<String, List<String>> here, Map<String, List<String>> archived) {
        for (Map.Entry<String, List<String>> capability : archived.entrySet()) {
            List<String> found = here.get(capability.getKey());
            if (found == null) {
                throw Problem.conflict(Text.of(
                        "请先安装备份中的模块 %1$s",
                        "Install the module %1$s first: the archive has its tables", capability.getKey()));
            }
            if (!found.equals(capability.getValue())) {
                TreeSet<String> differing = new TreeSet<>(found);
                capability.getValue().forEach(each -> {
                    if (!differing.remove(each)) {
                        differing.add(each);
                    }
                });
                throw Problem.conflict(Text.of(
                        "模块 %1$s 的版本与备份不同(%2$s),请用备份时的版本恢复,再升级",
                        "The module %1$s is of another version than in the archive (%2$s):"
                                + " restore with that version, then upgrade",
                        capability.getKey(),
                        differing.first()));
            }
        }
    }

    private static void load(Connection connection, ArchiveReader archive) throws SQLException, IOException {
        List<Table> tables = Tables.of(connection).inOrder();
        Map<String, Part> parts = archive.manifest().parts().stream()
                .filter(Part::isTable)
                .collect(Collectors.toMap(Part::content, Function.identity()));
        List<Table> archived = tables.stream()
                .filter(table -> parts.containsKey(table.common()))
                .toList();
        clear(connection, archived);
        for (Table table : archived) {
            Part part = parts.get(table.common());
            try (MappingIterator<JsonNode> lines = archive.lines(part)) {
                TableRows.load(connection, table, lines);
            }
            for (String column : table.selfReferences()) {
                try (MappingIterator<JsonNode> lines = archive.lines(part)) {
                    TableRows.refer(connection, table, column, lines);
                }
            }
        }
        makeWritable(connection);
    }

    /** Whoever moves a district backs it up read-only; the new home is to be written to. */
    private static void makeWritable(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("update platform_read_only set revision = revision + 1, since = null,"
                    + " account = null, reason = null where since is not null");
        }
    }

    /** Takes away what migrations and the first start put in; those that refer to others come first. */
    private static void clear(Connection connection, List<Table> tables) throws SQLException {
        List<Table> backwards = new ArrayList<>(tables);
        Collections.reverse(backwards);
        try (Statement statement = connection.createStatement()) {
            for (Table table : backwards) {
                statement.executeUpdate("delete from " + table.quoted());
            }
        }
    }
}
