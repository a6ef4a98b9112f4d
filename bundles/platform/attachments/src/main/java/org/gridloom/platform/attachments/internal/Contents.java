package org.gridloom.platform.attachments.internal;

import java.io.UncheckedIOException;
import java.util.Optional;
import org.gridloom.platform.attachments.internal.store.Content;
import org.gridloom.platform.attachments.internal.store.ContentStore;
import org.gridloom.platform.persistence.Indispensable;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Transactions;
import org.gridloom.platform.tx.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Keeps what files hold, each content once. The file is on disk before its row is written. Whoever finds a row locks it,
 * so that the clean-up, which locks it too, sees the new name of the content or has removed the row before: then the
 * content is kept anew, under another name.
 */
@Component(service = Contents.class)
public final class Contents {

    private final AttachmentFolder folder;

    @Activate
    public Contents(
            @Reference(target = "(osgi.unit.name=org.gridloom.platform.attachments)") Transactions transactions,
            @Reference AttachmentFolder folder) {
        this.folder = folder;
        // First the row: a folder bears no mark that the database could lose.
        String mark = Indispensable.call(() -> transactions.call(tx -> new ContentStore(tx).makeMark()));
        if (folder.mark().isEmpty()) {
            folder.mark(mark);
        }
    }

    /** The file that holds the content. The caller's transaction names it in the same breath. */
    String keep(Tx tx, Incoming incoming) {
        ContentStore store = new ContentStore(tx);
        // Writing takes a while; nobody shall wait for it.
        String written = store.isKept(incoming.sha256()) ? null : written(incoming);
        store.lockStore();
        Optional<Content> there = store.lock(incoming.sha256());
        if (there.isPresent()) {
            if (written != null) {
                folder.delete(written);
                folder.delete(written + AttachmentFolder.THUMBNAIL);
            }
            mend(there.get(), incoming);
            return there.get().file();
        }
        String file = written == null ? written(incoming) : written;
        store.insert(new Content(
                file, incoming.sha256(), incoming.kind().name(), incoming.bytes(), incoming.thumbnail() != null));
        return file;
    }

    private String written(Incoming incoming) {
        String file = AttachmentFolder.newName(incoming.sha256());
        write(file, incoming);
        return file;
    }

    /** A file that was lost is there again. */
    private void mend(Content content, Incoming incoming) {
        if (!folder.holds(content.file(), content.bytes())) {
            write(content.file(), incoming);
        }
    }

    private void write(String file, Incoming incoming) {
        try {
            folder.write(file, incoming);
        } catch (UncheckedIOException e) {
            throw new Problem(
                    Problem.Kind.UNAVAILABLE,
                    Text.of(
                            "文件无法写入(%s),请检查磁盘空间与权限",
                            "The file cannot be written (%s): check space and permissions",
                            e.getCause().getClass().getSimpleName()));
        }
    }
}
