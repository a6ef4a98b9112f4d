package org.gridloom.platform.attachments.internal;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import org.gridloom.platform.attachments.internal.domain.Listed;
import org.gridloom.platform.attachments.internal.store.AttachmentStore;
import org.gridloom.platform.attachments.internal.store.Content;
import org.gridloom.platform.attachments.internal.store.ContentStore;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks over all files, for who runs the server: which there are, and whether they are as they were kept. */
@Component(service = Verification.class)
public final class Verification {

    private static final int PART = 200;

    private final Transactions transactions;
    private final Access access;
    private final AttachmentFolder folder;

    @Activate
    public Verification(
            @Reference(target = "(osgi.unit.name=org.gridloom.platform.attachments)") Transactions transactions,
            @Reference Access access,
            @Reference AttachmentFolder folder) {
        this.transactions = transactions;
        this.access = access;
        this.folder = folder;
    }

    /**
     * A file that is not as it was kept.
     *
     * @param file its path in the folder
     * @param fault what is wrong
     */
    public record Fault(String file, Text fault) {}

    /** @param faults in the order of their files */
    public record Report(int files, List<Fault> faults) {}

    /** Reads every file anew. What is kept or removed meanwhile does not disturb it. */
    public Report run(Progress progress) throws IOException {
        access.requireEverywhere(Permissions.MANAGE);
        List<Fault> faults = new ArrayList<>();
        int files = 0;
        String last = "";
        while (true) {
            String from = last;
            List<Content> part = transactions.read(tx -> new ContentStore(tx).after(from, PART));
            for (Content content : part) {
                Text fault = fault(content);
                if (fault != null && isThere(content)) {
                    faults.add(new Fault(content.file(), fault));
                }
                last = content.file();
                files++;
            }
            if (part.size() < PART || !progress.at(files, -1)) {
                return new Report(files, List.copyOf(faults));
            }
        }
    }

    private Text fault(Content content) throws IOException {
        try {
            return Intake.sha256(folder.path(content.file())).equals(content.sha256())
                    ? null
                    : Text.of("内容已改变", "its content has changed");
        } catch (NoSuchFileException none) {
            return Text.of("缺失", "missing");
        }
    }

    private boolean isThere(Content content) {
        return !transactions
                .read(tx -> new ContentStore(tx).known(List.of(content.file())))
                .isEmpty();
    }

    /** All attachments, the latest first. @param recordType null for all */
    public Page<Listed> list(String recordType, PageQuery page) {
        access.requireEverywhere(Permissions.MANAGE);
        return transactions.read(tx -> new AttachmentStore(tx).page(recordType, page));
    }
}
