package org.gridloom.platform.operations.internal.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gridloom.platform.diagnosis.Finding;
import org.gridloom.platform.files.DataFolder;
import org.gridloom.platform.operations.internal.backup.StagedFiles.Note;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.testkit.TestFiles;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.EventDraft;
import org.gridloom.platform.tx.Transactions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the next start makes of a restore that was killed at each of its steps. */
class InterruptedRestoreTest {

    @TempDir
    private Path folder;

    private final TestDatabase source = TestDatabase.of();
    private final TestDatabase target = TestDatabase.of();
    private DataFolder to;
    private Path archive;

    @BeforeEach
    void makeArchive() throws IOException {
        DataFolder from = TestFiles.in(folder.resolve("from"));
        from.write("admin.properties", "theirs".getBytes());
        from.write("attachments/ab/cdef", new byte[] {1, 2, 3});
        from.write("anchors/audit-2026-11-25.json", new byte[] {4});
        source.platform().run(tx -> {
            tx.audit(AuditEntry.created("test.item.made", "a/1", null, Map.of("name", "a")));
            tx.publish(new EventDraft("test.item.made", 1, "a/1", null, Map.of("id", "1")));
        });
        archive = new Backups(source.access(), source.platform(), from, source.clock())
                .make(folder.resolve("b.zip").toString())
                .file();
        to = TestFiles.in(folder.resolve("to"));
        to.write("admin.properties", "ours".getBytes());
        to.write("anchors/audit-2026-11-24.json", new byte[] {5});
    }

    @AfterEach
    void close() {
        source.close();
        target.close();
    }

    @Test
    void whereNoneWasThereIsNothingToSay() {
        assertThat(nextStart()).isEmpty();
    }

    @Test
    void oneThatWasKilledBeforeItsRowsCommittedLeavesNothingAndCanBeRepeated() throws IOException {
        try (ArchiveReader reader = ArchiveReader.open(archive)) {
            Restore.stage(reader, new StagedFiles(to), Restore.note(archive, reader.manifest()));
        }

        assertThat(nextStart()).singleElement().satisfies(finding -> {
            assertThat(finding.what().en()).contains("nothing of it is restored");
            assertThat(finding.next().en()).isEqualTo("Run gridloom:restore " + archive + " again");
        });
        assertThat(to.path().resolve("admin.properties")).hasContent("ours");
        assertThat(to.path().resolve("anchors/audit-2026-11-24.json")).exists();
        assertThat(target.events()).isEmpty();
        assertThat(nextStart()).isEmpty();

        restore().run(archive.toString());
        assertRestored();
    }

    @Test
    void oneThatWasKilledAfterItsRowsCommittedIsFinished() throws IOException {
        commit();

        assertThat(nextStart()).singleElement().satisfies(finding -> {
            assertThat(finding.what().en()).contains("all of it is restored");
            assertThat(finding.next().en()).isEqualTo("Start Gridloom anew once more");
        });
        assertRestored();
        assertThat(nextStart()).isEmpty();
    }

    @Test
    void oneThatWasKilledWhileItsFilesMovedLosesNone() throws IOException {
        commit();
        for (String moved : List.of("anchors/audit-2026-11-25.json", "admin.properties")) {
            Files.createDirectories(to.path().resolve(moved).getParent());
            Files.delete(
                    to.path().resolve(moved).resolveSibling(moved.contains("/") ? "audit-2026-11-24.json" : moved));
            Files.move(
                    to.path().resolve("restore/files").resolve(moved), to.path().resolve(moved));
        }

        assertThat(nextStart()).hasSize(1);
        assertRestored();
    }

    @Test
    void oneWhoseNoteWasNotWholeLeavesNothing() {
        to.write("restore/note.json123.new", new byte[] {'{'});

        assertThat(nextStart()).isEmpty();
        assertThat(to.path().resolve("restore")).doesNotExist();
    }

    /** The database gives up a lock by itself; each step may meet that twice. */
    @Test
    void oneThatMeetsABusyDatabaseTriesAgainAndThreeTimesAtMost() throws IOException {
        Restore refused = new Restore(target.access(), new Busy(target.platform(), 3), to);
        assertThatThrownBy(() -> refused.run(archive.toString()))
                .isInstanceOfSatisfying(
                        Problem.class, it -> assertThat(it.kind()).isEqualTo(Problem.Kind.UNAVAILABLE));
        assertThat(target.events()).isEmpty();

        new Restore(target.access(), new Busy(target.platform(), 2), to).run(archive.toString());

        assertRestored();
    }

    /** Refuses at first, after the work was done. */
    private static final class Busy implements Transactions {

        private final Transactions real;
        private int refusals;

        Busy(Transactions real, int refusals) {
            this.real = real;
            this.refusals = refusals;
        }

        @Override
        public <T> T call(Work<T> work) {
            return real.call(tx -> {
                T done = work.in(tx);
                if (refusals > 0) {
                    refusals--;
                    throw new Problem(Problem.Kind.UNAVAILABLE, new Text("忙", "busy"));
                }
                return done;
            });
        }

        @Override
        public <T> T read(Work<T> work) {
            return real.read(work);
        }

        @Override
        public <T> T snapshot(Work<T> work) {
            return real.snapshot(work);
        }
    }

    private void commit() throws IOException {
        try (ArchiveReader reader = ArchiveReader.open(archive)) {
            Note note = Restore.note(archive, reader.manifest());
            restore().prepare(reader.manifest());
            Restore.stage(reader, new StagedFiles(to), note);
            restore().insert(reader, note);
        }
    }

    private Restore restore() {
        return new Restore(target.access(), target.platform(), to);
    }

    private List<Finding> nextStart() {
        return new InterruptedRestore(target.access(), target.platform(), to).findings();
    }

    private void assertRestored() {
        assertThat(target.events()).hasSize(1);
        assertThat(to.path().resolve("admin.properties")).hasContent("theirs");
        assertThat(to.path().resolve("attachments/ab/cdef")).hasBinaryContent(new byte[] {1, 2, 3});
        assertThat(to.path().resolve("anchors/audit-2026-11-25.json")).exists();
        assertThat(to.path().resolve("anchors/audit-2026-11-24.json")).doesNotExist();
        assertThat(to.path().resolve("restore")).doesNotExist();
    }
}
