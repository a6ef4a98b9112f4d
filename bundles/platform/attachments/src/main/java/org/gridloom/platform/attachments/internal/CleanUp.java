package org.gridloom.platform.attachments.internal;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridloom.platform.attachments.internal.store.AttachmentStore;
import org.gridloom.platform.attachments.internal.store.ContentStore;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Forgets what belongs to no record: uploads that have expired, then contents that nothing names, then files that no row
 * names. A file outlives its row by a day, so that a backup that read the rows before finds it still.
 */
@Component(service = CleanUp.class)
public final class CleanUp {

    /** How long a file is left alone that no row names. */
    static final Duration PATIENCE = Duration.ofDays(1);

    private static final int PART = 500;

    private final Transactions transactions;
    private final Access access;
    private final Clock clock;
    private final AttachmentFolder folder;

    @Activate
    public CleanUp(
            @Reference(target = "(osgi.unit.name=org.gridloom.platform.attachments)") Transactions transactions,
            @Reference Access access,
            @Reference Clock clock,
            @Reference AttachmentFolder folder) {
        this.transactions = transactions;
        this.access = access;
        this.clock = clock;
        this.folder = folder;
    }

    /**
     * What was cleaned up, or would be.
     *
     * @param uploads that expired
     * @param contents that nothing names any more
     * @param files that were removed from the disk
     * @param bytes of those files
     */
    public record Cleaned(long uploads, long contents, long files, long bytes) {

        private boolean isNothing() {
            return uploads + contents + files == 0;
        }
    }

    /** @throws Problem {@link Problem.Kind#CONFLICT} if the folder belongs to another database */
    public Cleaned run(boolean dryRun) throws IOException {
        access.requireEverywhere(Permissions.MANAGE);
        requireOwnFolder();
        Instant now = clock.instant();
        if (dryRun) {
            return wouldBe(now);
        }
        long uploads = transactions.call(tx -> new AttachmentStore(tx).deleteExpired(now));
        long contents = contents(now);
        Sweep files = new Sweep(false);
        files.sweep(now.minus(PATIENCE));
        Cleaned cleaned = new Cleaned(uploads, contents, files.count, files.bytes);
        if (!cleaned.isNothing()) {
            record(cleaned);
        }
        return cleaned;
    }

    /** Files of a folder that belongs to another database are named by rows that this one has not. */
    private void requireOwnFolder() {
        String mark = transactions.read(tx -> new ContentStore(tx).mark());
        folder.mark().filter(found -> !found.equals(mark)).ifPresent(other -> {
            throw Problem.conflict(Text.of(
                    "目录 attachments 属于另一个数据库,不清理其中的文件;请检查数据目录与数据库地址",
                    "The folder attachments belongs to another database, nothing in it is removed: check the data folder"
                            + " and the database's address"));
        });
    }

    private Cleaned wouldBe(Instant now) throws IOException {
        Sweep files = new Sweep(true);
        files.sweep(now.minus(PATIENCE));
        return transactions.read(tx -> new Cleaned(
                new AttachmentStore(tx).expired(now), new ContentStore(tx).countUnnamed(), files.count, files.bytes));
    }

    private long contents(Instant now) {
        long removed = 0;
        String last = "";
        while (true) {
            String from = last;
            List<String> part = transactions.read(tx -> new ContentStore(tx).unnamed(from, PART));
            for (String file : part) {
                if (transactions.call(tx -> remove(new ContentStore(tx), file, now))) {
                    removed++;
                }
                last = file;
            }
            if (part.size() < PART) {
                return removed;
            }
        }
    }

    /** Under the lock that whoever names the content takes too; it may have been named since it was looked for. */
    boolean remove(ContentStore store, String file, Instant now) {
        if (store.lockFile(file).isEmpty()) {
            return false;
        }
        folder.touch(file, now);
        return store.deleteUnnamed(file);
    }

    private void record(Cleaned cleaned) {
        transactions.run(tx -> tx.audit(AuditEntry.created(
                "attachments.files.cleaned",
                "attachments/files",
                null,
                Map.of(
                        "uploads", cleaned.uploads(),
                        "contents", cleaned.contents(),
                        "files", cleaned.files(),
                        "bytes", cleaned.bytes()))));
    }

    /** Files that no row names. None of them will ever be named: a name is used once, and its row is written at once. */
    private final class Sweep {

        private final boolean dryRun;
        private final List<String> part = new ArrayList<>();
        private long count;
        private long bytes;

        Sweep(boolean dryRun) {
            this.dryRun = dryRun;
        }

        void sweep(Instant limit) throws IOException {
            folder.forEachOlder(limit, path -> {
                part.add(path);
                if (part.size() == PART) {
                    judge();
                }
            });
            judge();
        }

        private void judge() {
            Set<String> asked = part.stream().map(AttachmentFolder::contentOf).collect(Collectors.toSet());
            Set<String> known = transactions.read(tx -> new ContentStore(tx).known(asked));
            for (String path : part) {
                if (!known.contains(AttachmentFolder.contentOf(path))) {
                    count++;
                    bytes += dryRun ? folder.length(path) : folder.delete(path);
                }
            }
            part.clear();
        }
    }
}
